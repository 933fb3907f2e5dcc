import type { Command } from './command.ts';

/** The id of a command's element, by which the field names the active one. */
export function optionId(paletteId: string, command: Command): string {
  return `${paletteId}-${command.id}`;
}
