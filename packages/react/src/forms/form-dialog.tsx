'use client';
import { Dialog, type DialogProps, useAnnounce } from '@latchkey/ui';
import { type ReactNode, useId, useState } from 'react';
import { DialogButtons, type DialogButtonsProps } from './dialog-buttons.tsx';
import { Form, type FormFields } from './form.tsx';
import { holdFocus } from './hold-focus.ts';
import { type Outcome, useAction } from './use-action.ts';

export interface FormDialogProps
  extends
    Pick<DialogProps, 'open' | 'onClose' | 'title' | 'description'>,
    Pick<DialogButtonsProps, 'submitLabel' | 'tone'> {
  /** What is asked for; the dialog closes when it has worked, else it says why not. */
  onSubmit: (fields: FormFields) => Promise<Outcome>;
  /** Spoken once it has worked, unless `onSubmit` says it where everybody sees it. */
  doneText?: string;
  /** The fields, if any. */
  children?: ReactNode;
}

/** A dialog that asks before something is done, or for what is needed to do it. */
export function FormDialog({ open, ...props }: FormDialogProps) {
  return open ? <OpenFormDialog {...props} /> : null;
}

function OpenFormDialog(props: Omit<FormDialogProps, 'open'>) {
  const { onClose, title, description, submitLabel, tone = 'neutral', onSubmit, doneText, children } = props;
  const id = useId();
  const action = useAction();
  const announce = useAnnounce();
  const [restoreFocus] = useState(holdFocus);
  const submit = async (fields: FormFields) => {
    if (!(await action.run(() => onSubmit(fields)))) return;
    onClose();
    if (doneText !== undefined) announce(doneText);
    restoreFocus();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closable={!action.isBusy}
      title={title}
      description={description}
      variant={tone === 'danger' ? 'alert' : 'plain'}
      footer={
        <DialogButtons onCancel={onClose} submitLabel={submitLabel} tone={tone} isBusy={action.isBusy} form={id} />
      }
    >
      <Form id={id} action={action} onSubmit={(fields) => void submit(fields)}>
        {children}
      </Form>
    </Dialog>
  );
}
