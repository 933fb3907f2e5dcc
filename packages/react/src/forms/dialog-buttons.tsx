'use client';
import { Button, type ButtonProps } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';

export interface DialogButtonsProps extends Pick<ButtonProps, 'form'> {
  onCancel: () => void;
  submitLabel: string;
  /** `danger` for what cannot be undone. */
  tone?: 'neutral' | 'danger';
  /** What was asked for is under way: there is no way out until it has ended. */
  isBusy: boolean;
}

/** The way out of a dialog, and the button that sends its form. */
export function DialogButtons({ onCancel, submitLabel, tone = 'neutral', isBusy, form }: DialogButtonsProps) {
  const { text } = useWords();
  return (
    <>
      <Button aria-disabled={isBusy} onClick={onCancel}>
        {text('common.cancel')}
      </Button>
      <Button type="submit" form={form} variant={tone === 'danger' ? 'danger' : 'primary'} busy={isBusy}>
        {submitLabel}
      </Button>
    </>
  );
}
