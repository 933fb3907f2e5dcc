import { Button, Card, Checkbox, PasswordField, RadioGroup, SelectField, TextArea, TextField } from '@latchkey/ui';
import { useState } from 'react';

/** Every field, empty, filled and wrong. */
export function FieldsPart() {
  return (
    <div className="gallery-columns">
      <Card title="Sign in" description="One account for every Northwind application.">
        <div className="lk-stack">
          <TextField label="Email" type="email" autoComplete="email" placeholder="you@example.com" />
          <PasswordField
            label="Password"
            autoComplete="current-password"
            showLabel="Show password"
            hideLabel="Hide password"
            aside={
              <Button variant="link" size="small">
                Forgot it?
              </Button>
            }
          />
          <Checkbox label="Keep me signed in" hint="Not on a computer that others use." defaultChecked />
          <Button variant="primary">Sign in</Button>
        </div>
      </Card>
      <Card title="Create key">
        <div className="lk-stack">
          <TextField label="Name" defaultValue="" error="Give the key a name, so that you know it later." />
          <SelectField label="Expires" hint="On 24 December 2026." defaultValue="30">
            <option value="7">In 7 days</option>
            <option value="30">In 30 days</option>
            <option value="never">Never</option>
          </SelectField>
          <KindChoice />
          <TextArea label="Notes" hint="For your team only." />
          <TextField label="Team" defaultValue="Northwind" disabled />
          <Checkbox label="I understand what this allows" error="Please confirm." />
        </div>
      </Card>
    </div>
  );
}

function KindChoice() {
  const [kind, setKind] = useState<'secret' | 'public'>('secret');
  return (
    <RadioGroup
      label="Kind"
      variant="cards"
      value={kind}
      onChange={setKind}
      options={[
        { value: 'secret', label: 'Secret', hint: 'Stays on your servers. Whoever holds it can do what it allows.' },
        { value: 'public', label: 'Public', hint: 'May be seen, as in a web page. Never revoked by a leak report.' },
      ]}
    />
  );
}
