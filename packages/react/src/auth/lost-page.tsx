'use client';
import { LinkButton } from '@latchkey/ui';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { AuthFrame } from './auth-frame.tsx';

export interface LostPageProps {
  /** Whether there is no such page, or something went wrong on the way to it. */
  because: 'unknown-page' | 'error';
  /** Whether it takes the whole window. Default: false. */
  fullPage?: boolean;
}

/** Says why there is nothing to see here, and leads home. */
export function LostPage({ because, fullPage }: LostPageProps) {
  const { urls } = useStackApp();
  const { text } = useWords();
  return (
    <AuthFrame fullPage={fullPage}>
      <AuthCard
        title={text(because === 'error' ? 'page.error_title' : 'page.not_found_title')}
        description={text(because === 'error' ? 'error.unexpected' : 'page.not_found_text')}
      >
        <LinkButton variant="primary" href={urls.home}>
          {text('auth.home')}
        </LinkButton>
      </AuthCard>
    </AuthFrame>
  );
}
