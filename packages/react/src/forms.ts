/*
 * What the forms of this package are made of, for applications that want their own to behave alike: what was typed is looked
 * at, sent once, and refused in words beside the field.
 */
export { exactly } from './account-settings/exactly.ts';
export { useFieldError } from './forms/form-context.ts';
export { Form, type FormFields, type FormProps } from './forms/form.tsx';
export { FormDialog, type FormDialogProps } from './forms/form-dialog.tsx';
export { FormPasswordField, type FormPasswordFieldProps } from './forms/form-password-field.tsx';
export { FormTextField } from './forms/form-text-field.tsx';
export { ProblemDialog } from './forms/problem-dialog.tsx';
export { ProblemNotice, type ProblemNoticeProps } from './forms/problem-notice.tsx';
export { SubmitButton } from './forms/submit-button.tsx';
export { type Action, type Outcome, type Problem, useAction } from './forms/use-action.ts';
export { describeError } from './frame/describe-error.ts';
export { useNow } from './time/use-now.ts';
export { useWords } from './words/use-words.ts';
