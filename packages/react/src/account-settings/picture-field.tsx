'use client';
import { Avatar, Button, useAnnounce } from '@latchkey/ui';
import { type ChangeEvent, useRef } from 'react';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';
import { scaleImage } from './scale-image.ts';

export interface PictureFieldProps {
  /** Whose picture it is. */
  name: string;
  src: string | null;
  shape?: 'round' | 'square';
  /** A data URL of at most 32 KiB; null: none. */
  onChange: (dataUrl: string | null) => Promise<void>;
}

/** A picture that can be chosen from a file, which is made small here, or removed. */
export function PictureField({ name, src, shape = 'round', onChange }: PictureFieldProps) {
  const { text } = useWords();
  const { isBusy, problem, run, refuse } = useAction();
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const change = async (dataUrl: string | null) => {
    if (await run(() => onChange(dataUrl))) announce(text('settings.saved'));
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // So that the same file can be chosen once more.
    event.target.value = '';
    if (file === undefined) return;
    const dataUrl = await scaleImage(file);
    if (dataUrl === null) refuse({ text: text('picture.unreadable') });
    else await change(dataUrl);
  };
  return (
    <div className="lk-stack">
      <ProblemNotice problem={problem} />
      <div className="lk-settings__picture">
        <Avatar name={name} src={src} size="large" shape={shape} />
        <div className="lk-row">
          <input ref={input} type="file" accept="image/*" hidden onChange={(event) => void choose(event)} />
          <Button busy={isBusy} onClick={() => input.current?.click()}>
            {text('picture.choose')}
          </Button>
          {src === null ? null : (
            <Button variant="ghost" aria-disabled={isBusy} onClick={() => void change(null)}>
              {text('picture.remove')}
            </Button>
          )}
          <p className="lk-note lk-settings__whole">{text('picture.hint')}</p>
        </div>
      </div>
    </div>
  );
}
