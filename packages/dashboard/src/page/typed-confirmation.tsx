import { exactly, FormTextField } from '@latchkey/react/forms';

/** Asks a dialog's reader to type a name, so that nothing large is lost by a slip of the hand. */
export function TypedConfirmation({ text }: { text: string }) {
  return (
    <FormTextField
      name="confirmation"
      label={
        <>
          Type <strong>{text}</strong> to confirm
        </>
      }
      pattern={exactly(text)}
      required
      autoComplete="off"
      spellCheck={false}
    />
  );
}
