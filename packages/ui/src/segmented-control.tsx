import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  /** How many there are behind this choice, already formatted. */
  count?: ReactNode;
}

export interface SegmentedControlProps<Value extends string> {
  /** What is chosen here, for screen readers. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}

/** One choice of a few short ones in a row: radio buttons underneath, so that arrows move and choose. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange, className } = props;
  const name = useId();
  const jump = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    const radios = event.currentTarget.querySelectorAll('input');
    const radio = radios[event.key === 'Home' ? 0 : radios.length - 1];
    radio?.focus();
    radio?.click();
  };
  return (
    <div role="radiogroup" aria-label={label} className={classNames('lk-segments', className)} onKeyDown={jump}>
      {segments.map((segment) => (
        <label key={segment.value} className="lk-segments__item">
          <input
            type="radio"
            className="lk-segments__radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
          {segment.count == null ? null : <span className="lk-segments__count">{segment.count}</span>}
        </label>
      ))}
    </div>
  );
}
