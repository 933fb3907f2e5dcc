'use client';
import { Button, Dialog } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';
import type { Action } from './use-action.ts';

/** Says why the last try did not work, where a menu asked for it and the page has no room to say so. */
export function ProblemDialog({ action: { problem, refuse } }: { action: Action }) {
  const { text } = useWords();
  const close = () => refuse(null);
  return (
    problem && (
      <Dialog
        open
        variant="alert"
        onClose={close}
        title={problem.text}
        footer={<Button onClick={close}>{text('common.close')}</Button>}
      />
    )
  );
}
