'use client';
import { cacheKeys, type KnownError, scopeOf } from '@latchkey/js';
import { LinkButton } from '@latchkey/ui';
import { useState } from 'react';
import { Form } from '../forms/form.tsx';
import { FormPasswordField } from '../forms/form-password-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useAction } from '../forms/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { readCode } from '../pages/read-code.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { CodeRefusedCard } from './code-refused-card.tsx';
import { DoneCard } from './done-card.tsx';

/** What a page takes that a link in a mail leads to. */
export interface CodePageProps {
  /** The code of the link in the mail. Default: the parameter `code` of the page's URL. */
  code?: string | undefined;
  /** Whether it takes the whole window. Default: false. */
  fullPage?: boolean;
}

/** Sets a new password with the code from a mail, which is checked first. */
export function PasswordReset({ code, fullPage }: CodePageProps) {
  return (
    <AuthFrame fullPage={fullPage}>
      <PasswordResetCard code={code} />
    </AuthFrame>
  );
}

function PasswordResetCard({ code: givenCode }: Pick<CodePageProps, 'code'>) {
  const app = useStackApp();
  app.useProject();
  const code = readCode(givenCode);
  const { text } = useWords();
  const action = useAction();
  const [isDone, setIsDone] = useState(false);
  // Kept by the cache, so that looking at the page twice is not trying the code twice.
  const checked = useResource(
    scopeOf(app).cache.resource(`${cacheKeys.project}/reset-codes/${code}`, () => app.verifyPasswordResetCode(code)),
  );
  const [refusal, setRefusal] = useState<KnownError | null>(checked.status === 'error' ? checked.error : null);
  if (isDone) {
    return (
      <DoneCard title={text('auth.reset_done_title')} description={text('auth.reset_done_text')}>
        <LinkButton variant="primary" href={app.urls.signIn}>
          {text('auth.sign_in')}
        </LinkButton>
      </DoneCard>
    );
  }
  if (refusal !== null) {
    return (
      <CodeRefusedCard error={refusal} advice={text('code.reset_advice')}>
        <LinkButton variant="primary" href={app.urls.forgotPassword}>
          {text('code.ask_for_link')}
        </LinkButton>
      </CodeRefusedCard>
    );
  }
  const reset = (password: string) =>
    action.run(async () => {
      const result = await app.resetPassword({ code, password });
      if (result.status === 'ok') setIsDone(true);
      else if (result.error.code.startsWith('VERIFICATION_CODE_')) setRefusal(result.error);
      return result;
    });
  return (
    <AuthCard title={text('auth.reset_title')} description={text('auth.reset_text')}>
      <Form action={action} onSubmit={(field) => void reset(field('password'))}>
        <FormPasswordField name="password" label={text('auth.new_password')} autoComplete="new-password" />
        <SubmitButton>{text('auth.set_password')}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
