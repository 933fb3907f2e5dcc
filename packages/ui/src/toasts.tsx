import { type ReactNode, useCallback, useState } from 'react';
import { Toast } from './toast.tsx';
import { type ShowToast, ToastContext, type ToastMessage } from './use-toast.ts';

export interface ToastsProps {
  dismissLabel: string;
  children: ReactNode;
}

/** Gives everything inside a place for passing messages: `useToast()` shows them. One at a time, the latest. */
export function Toasts({ dismissLabel, children }: ToastsProps) {
  const [shown, setShown] = useState<{ message: ToastMessage | null; count: number }>({ message: null, count: 0 });
  const show: ShowToast = useCallback((message) => setShown(({ count }) => ({ message, count: count + 1 })), []);
  const dismiss = useCallback(() => setShown(({ count }) => ({ message: null, count })), []);
  return (
    <ToastContext value={show}>
      {children}
      {/* There before it says anything, or screen readers would miss it. */}
      <div role="status" className="lk-toasts">
        {shown.message ? (
          <Toast key={shown.count} {...shown.message} dismissLabel={dismissLabel} onDismiss={dismiss} />
        ) : null}
      </div>
    </ToastContext>
  );
}
