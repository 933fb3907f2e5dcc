import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

export interface CardProps {
  title?: ReactNode;
  level?: HeadingLevel;
  description?: ReactNode;
  /** Buttons at the far end of the title. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** Without padding: the content, such as a table, goes to the edges. */
  flush?: boolean;
  children?: ReactNode;
  className?: string;
}

/** A framed part of a page; with a title it is a named section. */
export function Card(props: CardProps) {
  const { title, level = 2, description, actions, footer, flush = false, children, className } = props;
  const titleId = useId();
  return (
    <section className={classNames('lk-card', className)} aria-labelledby={title ? titleId : undefined}>
      {title ? (
        <div className="lk-card__top">
          <div className="lk-card__heading">
            <Heading level={level} id={titleId} className="lk-card__title">
              {title}
            </Heading>
            {description ? <p className="lk-card__description">{description}</p> : null}
          </div>
          {actions ? <div className="lk-card__actions">{actions}</div> : null}
        </div>
      ) : null}
      {children == null ? null : <div className={flush ? 'lk-card__flush' : 'lk-card__body'}>{children}</div>}
      {footer ? <div className="lk-card__footer">{footer}</div> : null}
    </section>
  );
}
