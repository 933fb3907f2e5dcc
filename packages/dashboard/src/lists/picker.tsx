import type { Page } from '@latchkey/react';
import { describeError, useFieldError, useWords } from '@latchkey/react/forms';
import { Avatar } from '@latchkey/ui';
import { type UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import { SearchField } from './search-field.tsx';

/** One of the rows that can be chosen. */
export interface Choice {
  id: string;
  name: string;
  detail: string | null;
  imageUrl: string | null;
}

export interface PickerProps<Row> {
  /** The field of the form that takes the id of what is chosen. */
  name: string;
  /** "First member" */
  label: string;
  placeholder: string;
  /** What can be chosen, in the plural: "users". */
  noun: string;
  shape?: 'round' | 'square';
  text: string;
  onSearch: (text: string) => void;
  query: UseQueryResult<Page<Row>>;
  toChoice: (row: Row) => Choice;
}

/** How many rows are offered at a time: a few letters more find the others. */
export const choicesOffered = 8;

/** Chooses one of many by a search. */
export function Picker<Row>(props: PickerProps<Row>) {
  const { name, label, placeholder, noun, shape = 'round', text, onSearch, query, toChoice } = props;
  const words = useWords();
  const id = useId();
  const error = useFieldError(name);
  const { data: rows } = query;
  const note = query.isError
    ? describeError(words, query.error)
    : rows?.length === 0
      ? `No ${noun} match.`
      : rows?.nextCursor != null
        ? `Type to find the others.`
        : null;
  return (
    <div className="lk-field picker">
      <span className="lk-field__label" aria-hidden="true">
        {label}
      </span>
      <SearchField label={`Search ${noun}`} placeholder={placeholder} value={text} onSearch={onSearch} />
      <div role="radiogroup" aria-label={label} aria-busy={query.isFetching || undefined} className="picker__results">
        {rows?.map(toChoice).map((choice) => (
          <label key={choice.id} className="picker__result">
            <input
              type="radio"
              name={name}
              value={choice.id}
              required
              className="lk-check__box lk-check__box--radio"
              aria-invalid={error === undefined ? undefined : true}
              aria-describedby={error === undefined ? undefined : id}
            />
            <Avatar name={choice.name} src={choice.imageUrl} shape={shape} />
            <span className="picker__text">
              {choice.name}
              {choice.detail === null ? null : <span className="lk-note">{choice.detail}</span>}
            </span>
          </label>
        ))}
        {note === null ? null : (
          <p role="status" className="picker__note">
            {note}
          </p>
        )}
      </div>
      {error === undefined ? null : (
        <p id={id} className="lk-field__error">
          {error}
        </p>
      )}
    </div>
  );
}
