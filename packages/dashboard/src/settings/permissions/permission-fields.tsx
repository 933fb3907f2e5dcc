import { FormTextField } from '@latchkey/react/forms';
import { TextArea } from '@latchkey/ui';

/** The name of a permission and what it is for, in a form. */
export function PermissionFields({ id = '', description = '' }: { id?: string; description?: string | undefined }) {
  return (
    <>
      <FormTextField
        name="id"
        label="Name"
        hint="Lower-case letters, digits, _ and : as your code will ask for it. It is one name for both scopes."
        required
        pattern="[a-z0-9_:]+"
        maxLength={256}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={id}
      />
      <TextArea name="description" label="Description" maxLength={1_024} defaultValue={description} />
    </>
  );
}
