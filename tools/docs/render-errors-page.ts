import { knownErrors } from '@latchkey/contract';

/** docs/errors.md, made from the table in `contract`. */
export function renderErrorsPage(): string {
  const rows = Object.entries(knownErrors)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([code, { status, text, details }]) => `| \`${code}\` | ${status} | ${text} | ${describeDetails(details)} |`);
  return [
    '# Errors',
    '',
    '<!-- Written by `npm run docs` from packages/contract/src/known-errors.ts; a test holds the two equal. -->',
    '',
    'A refusal that programs can tell apart has a code, in the header `x-stack-known-error` and in the body',
    '`{"code", "details", "error"}`. Match the code; the text may change. A refusal without the header is plain text for people.',
    '',
    '| Code | Status | What it says | Details |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function describeDetails(details: object): string {
  return Object.keys(details)
    .map((name) => `\`${name}\``)
    .join(', ');
}
