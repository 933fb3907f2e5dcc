import { Card, CodeBlock, Tabs } from '@latchkey/ui';
import { useState } from 'react';
import { type Connection, connectionSnippets, environmentLines, type Stack } from './connection-snippets.ts';

const stacks = [
  { id: 'javascript', label: 'JavaScript' },
  { id: 'react', label: 'React' },
  { id: 'next', label: 'Next.js' },
  { id: 'curl', label: 'curl' },
] as const satisfies { id: Stack; label: string }[];

/** What to paste, by what the application is written with. */
export function ConnectionSteps({ connection }: { connection: Connection }) {
  const [stack, setStack] = useState<Stack>('javascript');
  const fileName = stack === 'next' ? '.env.local' : '.env';
  return (
    <>
      <Card title={fileName} description="Tells the application where its project is. Keep it out of your repository.">
        <Code label={fileName} code={environmentLines(connection, stack)} copyLabel={`Copy ${fileName}`} />
      </Card>
      <Card title="Code" description="A first program to run. Each tab does the same in another way.">
        <Tabs
          label="What the application is written with"
          value={stack}
          onChange={setStack}
          tabs={stacks.map(({ id, label }) => ({
            id,
            label,
            content: (
              <div className="connection__snippets">
                {connectionSnippets(connection, id).map(({ title, code }) => (
                  <figure key={title}>
                    <figcaption className="lk-faint">{title}</figcaption>
                    <Code label={title} code={code} copyLabel={`Copy: ${title}`} />
                  </figure>
                ))}
              </div>
            ),
          }))}
        />
      </Card>
    </>
  );
}

/** Not for translators of pages: what they change does not run. */
function Code({ label, code, copyLabel }: { label: string; code: string; copyLabel: string }) {
  return (
    <div translate="no">
      <CodeBlock label={label} code={code} copyLabel={copyLabel} copiedLabel="Copied" />
    </div>
  );
}
