/** The `pattern` of an input that takes this text and no other. */
export function exactly(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
}
