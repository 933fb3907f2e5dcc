'use client';
import { Notice, SelectField, TextField } from '@latchkey/ui';
import type { Ref } from 'react';
import type { Translator } from '../words/create-translator.ts';
import { useWords } from '../words/use-words.ts';
import { type Expiry, type ExpiryChoice, expiryChoices, expiresAtOf, tomorrow } from './expiry-choice.ts';

export interface ExpiryFieldsProps {
  expiry: Expiry;
  onChange: (expiry: Expiry) => void;
  now: Date;
  /** Whether a missing date is to be complained of by now. */
  isChecked: boolean;
  dateRef?: Ref<HTMLInputElement>;
}

/** When a key is to end: after a while, on a date, or never, which gets a word of warning. */
export function ExpiryFields({ expiry, onChange, now, isChecked, dateRef }: ExpiryFieldsProps) {
  const words = useWords();
  const { text, language } = words;
  const expiresAt = expiresAtOf(expiry, now);
  const isRelative = expiry.choice !== 'date' && expiresAt != null;
  return (
    <>
      <SelectField
        label={text('api_keys.expiry')}
        hint={isRelative && text('api_keys.expiry_hint', { date: longDate(expiresAt, language) })}
        value={expiry.choice}
        onChange={(event) => {
          const choice = expiryChoices.find((value) => value === event.target.value);
          if (choice !== undefined) onChange({ ...expiry, choice });
        }}
      >
        {expiryChoices.map((choice) => (
          <option key={choice} value={choice}>
            {choiceLabel(words, choice)}
          </option>
        ))}
      </SelectField>
      {expiry.choice === 'date' ? (
        <TextField
          ref={dateRef}
          type="date"
          label={text('api_keys.date')}
          hint={text('api_keys.date_hint')}
          error={isChecked && expiresAt === undefined && text('api_keys.date_invalid')}
          min={tomorrow(now)}
          max="9999-12-31"
          required
          value={expiry.date}
          onChange={(event) => onChange({ ...expiry, date: event.target.value })}
        />
      ) : null}
      {expiry.choice === 'never' ? (
        <Notice tone="warn" title={text('api_keys.expiry_never_title')}>
          {text('api_keys.expiry_never_text')}
        </Notice>
      ) : null}
    </>
  );
}

function choiceLabel({ text }: Translator, choice: ExpiryChoice): string {
  switch (choice) {
    case 'year':
    case 'date':
    case 'never':
      return text(`api_keys.expiry_${choice}`);
    default:
      return text('api_keys.expiry_days', { count: Number(choice) });
  }
}

function longDate(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(date);
}
