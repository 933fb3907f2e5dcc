import type { Json } from '@latchkey/react';
import { Form, SubmitButton, useAction } from '@latchkey/react/forms';
import { Button, Card, TextArea, useToast } from '@latchkey/ui';
import { useState } from 'react';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { parseMetadata } from './parse-metadata.ts';

export interface MetadataFormProps {
  title: string;
  /** Who reads and who writes it. */
  description: string;
  value: Json;
  onSave: (value: Json) => Promise<void>;
}

/** JSON that the application keeps with a user or a team, looked at before it is sent. */
export function MetadataForm({ title, description, value, onSave }: MetadataFormProps) {
  const saved = format(value);
  const [text, setText] = useState(saved);
  const [known, setKnown] = useState(saved);
  // It changed elsewhere: what was not touched here follows.
  if (saved !== known) {
    setKnown(saved);
    if (text === known) setText(saved);
  }
  const action = useAction();
  const refresh = useRefreshProject();
  const toast = useToast();
  const save = async () => {
    const parsed = parseMetadata(text);
    if ('problem' in parsed) return action.refuse({ field: 'metadata', text: parsed.problem });
    const done = await action.run(async () => {
      await onSave(parsed.value);
      await refresh();
    });
    if (!done) return;
    setText(format(parsed.value));
    toast({ text: `${title} saved.` });
  };
  const { problem } = action;
  return (
    <Card title={title} description={description} className="metadata">
      <Form action={action} label={title} onSubmit={() => void save()}>
        <TextArea
          name="metadata"
          label={title}
          labelHidden
          rows={4}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={problem?.field === 'metadata' ? problem.text : undefined}
        />
        {text === saved ? null : (
          <div className="lk-row">
            <SubmitButton>Save</SubmitButton>
            <Button onClick={() => setText(saved)}>Discard</Button>
          </div>
        )}
      </Form>
    </Card>
  );
}

function format(value: Json): string {
  return JSON.stringify(value, null, 2);
}
