'use client';
import { Button, CodeBlock, Tabs } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';
import { downloadText } from './download-text.ts';
import { envLine, keySnippets, type SnippetSubject } from './key-snippets.ts';

/** Not `.env` alone: browsers take the dot away from the beginning of a name, and add another ending. */
const envFileName = 'api-key.env';

/** How to use a new key, in the languages that people paste. */
export function SecretUses({ secret, ...subject }: SnippetSubject & { secret: string }) {
  const { text } = useWords();
  const { curl, javascript, python } = keySnippets(subject);
  const env = envLine(subject.variable, secret);
  return (
    <Tabs
      label={text('api_keys.secret_uses')}
      tabs={[
        { id: 'curl', label: 'curl', content: <Snippet language="curl" code={curl} /> },
        {
          id: 'env',
          label: <bdi dir="ltr">.env</bdi>,
          content: (
            <div className="lk-api-key-secret__env">
              <Snippet language=".env" code={env.trimEnd()} />
              <Button size="small" onClick={() => downloadText(env, envFileName)}>
                {text('api_keys.download_env')}
              </Button>
            </div>
          ),
        },
        {
          id: 'javascript',
          label: 'JavaScript',
          content: <Snippet language="JavaScript" code={javascript} />,
        },
        { id: 'python', label: 'Python', content: <Snippet language="Python" code={python} /> },
      ]}
    />
  );
}

function Snippet({ language, code }: { language: string; code: string }) {
  const { text } = useWords();
  return (
    <div translate="no">
      <CodeBlock
        code={code}
        label={text('api_keys.secret_snippet', { language })}
        copyLabel={text('api_keys.copy_snippet')}
        copiedLabel={text('common.copied')}
      />
    </div>
  );
}
