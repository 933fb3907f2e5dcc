'use client';
import type { KnownError } from '@latchkey/js';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';

export interface CodeRefusedCardProps {
  /** Why the code of a link is not taken; null: the link had none. */
  error: KnownError | null;
  /** What to do next. */
  advice: ReactNode;
  /** Buttons for that. */
  children?: ReactNode;
}

/** Says why the link from a mail does not work, and what to do next. */
export function CodeRefusedCard({ error, advice, children }: CodeRefusedCardProps) {
  const { text } = useWords();
  const code = error?.code;
  const title =
    code === 'VERIFICATION_CODE_EXPIRED'
      ? text('code.expired')
      : code === 'VERIFICATION_CODE_ALREADY_USED'
        ? text('code.used')
        : code === 'VERIFICATION_CODE_MAX_ATTEMPTS_REACHED'
          ? text('code.tried_too_often')
          : text('code.unknown');
  return (
    <AuthCard title={title} description={advice}>
      {children}
    </AuthCard>
  );
}
