/**
 * The `pattern` of an input that takes this text and no other; spaces count as the page shows them: several as one, those
 * around it not at all.
 */
export function exactly(text: string): string {
  const words = text.trim().split(/\s+/);
  // A hyphen has no need of it: escaped, the browser takes the whole pattern for none, and everything for a match.
  const escaped = words.map((word) => word.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`));
  return String.raw`\s*${escaped.join(String.raw`\s+`)}\s*`;
}
