import type { Command } from './command.ts';

/** The commands that every word of a query begins a word of, those whose own first word it begins before the others. */
export function filterCommands<Line extends Pick<Command, 'label' | 'words'>>(
  commands: readonly Line[],
  query: string,
): Line[] {
  const wanted = wordsOf(query);
  const found = commands.filter(({ label, words = '' }) => {
    const has = wordsOf(`${label} ${words}`);
    return wanted.every((word) => has.some((candidate) => candidate.startsWith(word)));
  });
  const isFirst = ({ label }: Line) => wanted[0] !== undefined && label.toLowerCase().startsWith(wanted[0]);
  return [...found.filter(isFirst), ...found.filter((command) => !isFirst(command))];
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}
