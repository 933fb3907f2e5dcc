/** What the snippets speak of. */
export interface SnippetSubject {
  /** Where the key is used. */
  apiUrl: string;
  /** The environment variable that holds the key. */
  variable: string;
}

/** How to send a key, ready to paste. The key itself stays in the environment, out of histories and repositories. */
export function keySnippets({ apiUrl, variable }: SnippetSubject): Record<'curl' | 'javascript' | 'python', string> {
  // What JSON writes is a string of JavaScript and of Python as well.
  const url = JSON.stringify(apiUrl);
  return {
    curl: `curl ${shellWord(apiUrl)} \\\n  -H "Authorization: Bearer $${variable}"`,
    javascript: [
      `const key = process.env.${variable};`,
      `const response = await fetch(${url}, {`,
      '  headers: { Authorization: `Bearer ${key}` },',
      '});',
    ].join('\n'),
    python: [
      'import os',
      'import requests',
      '',
      `key = os.environ["${variable}"]`,
      'response = requests.get(',
      `    ${url},`,
      '    headers={"Authorization": f"Bearer {key}"},',
      ')',
    ].join('\n'),
  };
}

/** The line of a `.env` file. Keys hold letters, digits and underscores only. */
export function envLine(variable: string, key: string): string {
  return `${variable}=${key}\n`;
}

/** What to call the environment variable for keys of a project: `NORTHWIND_API_KEY`. */
export function keyVariable(projectName: string): string {
  const words = projectName
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .match(/[A-Z0-9]+/g);
  const name = words?.join('_') ?? '';
  return /^[A-Z]/.test(name) ? `${name}_API_KEY` : 'API_KEY';
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
