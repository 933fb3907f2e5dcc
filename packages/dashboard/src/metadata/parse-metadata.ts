import type { Json } from '@latchkey/react';

/** What was typed as JSON, or what is wrong with it and where. Nothing at all stands for null. */
export function parseMetadata(text: string): { value: Json } | { problem: string } {
  if (text.trim() === '') return { value: null };
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    return { problem: `This is not JSON: ${describe(error, text)}` };
  }
}

/** Browsers say the same in different words, some with a position in the text, some with a line. */
function describe(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return message;
  const before = text.slice(0, Number(position)).split('\n');
  const what = message.slice(0, message.indexOf(' at position')).replace(/ in JSON$/, '');
  return `${what} in line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}.`;
}
