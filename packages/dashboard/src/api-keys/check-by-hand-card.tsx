import { Card, CodeBlock } from '@latchkey/ui';
import { LinkTo } from '../page/link-to.tsx';
import { useAdminApp } from '../project/use-project.ts';

/** How the application's server checks a key. */
export function CheckByHandCard() {
  const { projectId } = useAdminApp();
  const command = [
    `curl ${location.origin}/api/v1/latchkey/api-keys/check \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H 'x-stack-access-type: server' \\`,
    `  -H 'x-stack-project-id: ${projectId}' \\`,
    `  -H "x-stack-secret-server-key: $STACK_SECRET_SERVER_KEY" \\`,
    `  -d "{\\"api_key\\":\\"$API_KEY\\"}"`,
  ].join('\n');
  return (
    <Card
      title="Check it from your server"
      description="The answer tells whose the key is, or why it is refused."
      actions={
        <LinkTo size="small" to="/projects/$projectId/connect" params={{ projectId }}>
          With the SDK
        </LinkTo>
      }
    >
      <div translate="no">
        <CodeBlock code={command} label="How to check a key with curl" copyLabel="Copy" copiedLabel="Copied" />
      </div>
    </Card>
  );
}
