import { createContext, useContext } from 'react';

export interface ToastMessage {
  text: string;
  /** `bad` for what went wrong: it stays until it is dismissed. */
  tone?: 'good' | 'bad';
  /** One thing to do about it, such as undoing it; the message goes with it. */
  action?: { label: string; onPress: () => void };
}

export type ShowToast = (message: ToastMessage) => void;

export const ToastContext = createContext<ShowToast>(() => {});

/** Returns the function that shows a message for a moment, in place of the one before. It needs {@link Toasts} around it. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}
