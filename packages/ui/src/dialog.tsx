import {
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { classNames } from './class-names.ts';
import { LiveRegion } from './live-region.tsx';

export interface DialogProps {
  open: boolean;
  /** Asked for by Escape, a press beside the dialog, or the system's way back. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the way out first: it is focused first where the body has nothing to focus. */
  footer?: ReactNode;
  /** Makes the dialog a form: Enter in a field and a `type="submit"` button in the footer send it. */
  onSubmit?: () => void;
  /** False where leaving would lose something: only the dialog's own buttons close it. */
  closable?: boolean;
  /** `alert` interrupts: for a question that must be answered before something is destroyed. */
  variant?: 'plain' | 'alert';
  className?: string;
}

/**
 * A modal dialog. Its content lives only while it is open, so that it starts afresh each time; focus returns to where
 * it was. A bottom sheet on narrow screens.
 */
export function Dialog({ open, ...props }: DialogProps) {
  return open ? <OpenDialog {...props} /> : null;
}

function OpenDialog(props: Omit<DialogProps, 'open'>) {
  const { onClose, title, description, children, footer, onSubmit, closable = true, variant, className } = props;
  const id = useId();
  const ref = useModal();
  const closing = useClosing({ closable, onClose });
  const content = (
    <>
      <div className="lk-dialog__body">
        <h2 className="lk-dialog__title" id={`${id}-title`}>
          {title}
        </h2>
        {description ? (
          <p className="lk-dialog__description" id={`${id}-description`}>
            {description}
          </p>
        ) : null}
        {children}
      </div>
      {footer ? <div className="lk-dialog__footer">{footer}</div> : null}
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // React hands it on to the form around the dialog's place in the tree.
    event.stopPropagation();
    onSubmit?.();
  };
  return (
    <dialog
      ref={ref}
      className={classNames('lk-dialog', className)}
      role={variant === 'alert' ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      {...closing}
    >
      <LiveRegion>
        {onSubmit ? (
          <form noValidate onSubmit={submit}>
            {content}
          </form>
        ) : (
          content
        )}
      </LiveRegion>
    </dialog>
  );
}

function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Still in the document here: closing gives focus back, which removal alone does not.
    return () => dialog?.close();
  }, []);
  return ref;
}

/** The browser only ever asks: what closes the dialog is its owner. */
function useClosing({ closable, onClose }: { closable: boolean; onClose: () => void }) {
  const pressedBeside = useRef(false);
  const ask = () => {
    if (closable) onClose();
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
      // Chromium closes at the second Escape whatever `cancel` says, but not when the key itself is refused.
      event.preventDefault();
      event.stopPropagation();
      ask();
    },
    onCancel: (event: SyntheticEvent) => {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      ask();
    },
    onClose: (event: SyntheticEvent<HTMLDialogElement>) => {
      const dialog = event.currentTarget;
      if (event.target !== dialog || dialog.open) return;
      dialog.showModal();
      ask();
    },
    // Press and release must both be beside it: selecting text may end outside.
    onMouseDown: (event: MouseEvent) => {
      pressedBeside.current = isBeside(event);
    },
    onClick: (event: MouseEvent) => {
      if (pressedBeside.current && isBeside(event)) ask();
    },
  };
}

function isBeside({ target, currentTarget, clientX, clientY }: MouseEvent): boolean {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
