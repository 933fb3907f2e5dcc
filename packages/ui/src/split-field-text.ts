import { type FieldText } from './field.tsx';

/** Parts the props of a field from those of the control inside it. */
export function splitFieldText<Props extends FieldText & { id?: string | undefined }>(props: Props) {
  const { id, label, labelHidden, aside, hint, error, ...control } = props;
  return { field: { id, label, labelHidden: labelHidden ?? false, aside, hint, error }, control };
}
