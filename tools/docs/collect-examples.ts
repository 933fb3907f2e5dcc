import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Example {
  /** Where it stands, for whoever has to mend it. */
  source: string;
  code: string;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Every complete module in TypeScript that documentation shows: in pages, and in the `@example` of a docstring. */
export function collectExamples(): Example[] {
  const pages = ['README.md', ...filesBelow('docs/guides', '.md'), ...packageReadmes()];
  const sources = ['packages/js/src', 'packages/react/src'].flatMap((folder) => filesBelow(folder, '.ts', '.tsx'));
  return [...pages.flatMap(examplesOfPage), ...sources.flatMap(examplesOfSource)];
}

function packageReadmes(): string[] {
  return readdirSync(path.join(root, 'packages')).flatMap((name) =>
    filesBelow(`packages/${name}`, '.md').filter((file) => file === `packages/${name}/README.md`),
  );
}

function filesBelow(folder: string, ...endings: string[]): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/node_modules|\/dist\/|\/testing\/|\.test\./.test(file))
    .sort();
}

function examplesOfPage(file: string): Example[] {
  return [...read(file).matchAll(/^```tsx?\n(.*?)^```/gms)].map(([, code = ''], index) => ({
    source: `${file}, example ${index + 1}`,
    code,
  }));
}

/** From `@example` to the end of the comment, or to its next tag. */
function examplesOfSource(file: string): Example[] {
  const comments = read(file).match(/\/\*\*.*?\*\//gs) ?? [];
  return comments.flatMap((comment) =>
    comment
      .split(/^ *\* *@example *$/m)
      .slice(1)
      .map((text, index) => ({
        source: `${file}, @example ${index + 1}`,
        code: text
          .replace(/ *\*\/$/, '')
          .replace(/^ *\* ?/gm, '')
          .replace(/^@\w+.*/ms, ''),
      })),
  );
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
