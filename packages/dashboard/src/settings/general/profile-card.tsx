import { Form, FormTextField, SubmitButton, useAction } from '@latchkey/react/forms';
import { Card, CopyButton, TextArea, useToast } from '@latchkey/ui';
import { useProject } from '../../project/use-project.ts';
import { useUpdateProject } from '../use-update-project.ts';

/** What the project is called, and by which id applications name it. */
export function ProfileCard() {
  const project = useProject();
  const update = useUpdateProject();
  const action = useAction();
  const toast = useToast();
  const save = async (name: string, description: string) => {
    if (await action.run(() => update({ displayName: name, description }))) {
      toast({ text: 'The project was saved.', tone: 'good' });
    }
  };
  return (
    <Card title="Project">
      <Form
        key={`${project.id} ${project.displayName} ${project.description}`}
        action={action}
        label="Project"
        onSubmit={(fields) => void save(fields('name'), fields('description'))}
      >
        <FormTextField
          name="name"
          label="Name"
          hint="Users read it in mails and on the pages for signing in."
          required
          maxLength={256}
          autoComplete="off"
          defaultValue={project.displayName}
        />
        <TextArea
          name="description"
          label="Description"
          hint="For operators only."
          maxLength={2_048}
          defaultValue={project.description}
        />
        <div className="setting-id">
          <span className="lk-field__label">Project ID</span>
          <code className="lk-mono setting-id__value">{project.id}</code>
          <CopyButton
            text={project.id}
            label="Copy project ID"
            copiedLabel="Copied"
            labelHidden
            size="small"
            variant="ghost"
          />
        </div>
        <div className="lk-row">
          <SubmitButton variant="secondary">Save</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
