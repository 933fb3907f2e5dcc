import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { type ToastMessage } from './use-toast.ts';

const stayMillis = 6_000;
/** Who wants to take something back has to find the button first. */
const stayWithActionMillis = 15_000;

export interface ToastProps extends ToastMessage {
  dismissLabel: string;
  onDismiss: () => void;
}

/** One passing message. It waits while the pointer or focus is on it. */
export function Toast({ text, tone, action, dismissLabel, onDismiss }: ToastProps) {
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const isHeld = isPointedAt || isFocused;
  const cameFrom = useRef<EventTarget>(null);
  const millis = tone === 'bad' ? null : action ? stayWithActionMillis : stayMillis;
  useEffect(() => {
    if (isHeld || millis === null) return;
    const timer = setTimeout(onDismiss, millis);
    return () => clearTimeout(timer);
  }, [isHeld, millis, onDismiss]);
  const leave = () => {
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    onDismiss();
  };
  return (
    <div
      className={classNames('lk-toast', tone && `lk-toast--${tone}`)}
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onFocus={(event: FocusEvent) => {
        setIsFocused(true);
        if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget;
      }}
      onBlur={() => setIsFocused(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      {tone ? <Icon name={tone === 'bad' ? 'alert' : 'check'} /> : null}
      <span className="lk-toast__text">{text}</span>
      {action ? (
        <Button
          variant="link"
          onClick={() => {
            leave();
            action.onPress();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button variant="ghost" size="small" icon={<Icon name="close" />} label={dismissLabel} onClick={leave} />
    </div>
  );
}
