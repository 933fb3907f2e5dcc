import type { ReactNode } from 'react';

export interface ChoiceProps {
  title: string;
  /** What it means. */
  text: string;
  button: ReactNode;
}

/** One line of a flush card: something that can be done, and the button for it. */
export function Choice({ title, text, button }: ChoiceProps) {
  return (
    <div className="choices__line">
      <div className="choices__text">
        <h3 className="choices__title">{title}</h3>
        <p className="lk-muted">{text}</p>
      </div>
      {button}
    </div>
  );
}
