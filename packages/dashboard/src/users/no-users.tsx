import { CodeBlock, EmptyState, Icon } from '@latchkey/ui';

const code = `import { SignIn } from '@latchkey/react';

export default function SignInPage() {
  return <SignIn />;
}`;

/** What stands where the project has no user yet: how the first one comes about. */
export function NoUsers() {
  return (
    <EmptyState
      icon={<Icon name="user" size={24} />}
      title="Nobody has signed up yet"
      action={<CodeBlock code={code} label="A sign-in page" copyLabel="Copy" copiedLabel="Copied" />}
    >
      People appear here once they sign up in your application. Give it a sign-in page, or create a user yourself.
    </EmptyState>
  );
}
