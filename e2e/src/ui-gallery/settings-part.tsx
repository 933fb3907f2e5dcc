import {
  Button,
  Card,
  Kbd,
  type ShowToast,
  Stat,
  Stats,
  Switch,
  Table,
  type TableColumn,
  Tag,
  useToast,
} from '@latchkey/ui';
import { useState } from 'react';

interface Member {
  name: string;
  role: string;
}

const members: Member[] = [
  { name: 'Ada Lovelace', role: 'Owner' },
  { name: 'Grace Hopper', role: 'Member' },
  { name: 'Katherine Johnson', role: 'Member' },
];

/** What a dashboard is made of: numbers, settings that take effect at once, and rows to choose. */
export function SettingsPart() {
  const showToast = useToast();
  return (
    <>
      <Card flush>
        <Stats>
          <Stat label="Checks" value="4.82 M" caption="+12 % on the month before" />
          <Stat label="Refused" value="0.31 %" caption="mostly expired" />
          <Stat label="Active keys" value={<a href="#keys">1,096</a>} caption="38 made this week" />
          <Stat label="Teams" value="312" />
        </Stats>
      </Card>
      <Card title="API keys" description="What users and teams may create.">
        <div className="lk-stack">
          <Switch label="User API keys" hint="Users create keys for themselves." defaultChecked />
          <Switch label="Team API keys" hint="Members with the permission create keys for their team." />
          <Switch label="Sign-up" error="The server could not be reached. Try again." defaultChecked />
          <Switch label="Passkeys" hint="Not in this version." disabled />
        </div>
      </Card>
      <Card title="Passing messages">
        <div className="lk-row">
          <Button onClick={() => showToast({ text: 'User API keys are on.', tone: 'good' })}>Turn on</Button>
          <Button onClick={() => showUndo(showToast)}>Remove member</Button>
          <Button onClick={() => showToast({ text: 'The server could not be reached.', tone: 'bad' })}>Fail</Button>
          <span>
            <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
          </span>
        </div>
      </Card>
      <ChosenMembers />
    </>
  );
}

function showUndo(showToast: ShowToast) {
  const onPress = () => showToast({ text: 'Grace Hopper is back.' });
  showToast({ text: 'Grace Hopper was removed.', action: { label: 'Undo', onPress } });
}

function ChosenMembers() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['Grace Hopper']));
  return (
    <Card title="People" actions={<Tag>{selected.size} selected</Tag>} flush>
      <Table
        caption="People"
        columns={columns}
        rows={members}
        rowKey={({ name }) => name}
        selection={{
          selected,
          onChange: setSelected,
          pageLabel: 'Select everybody on this page',
          rowLabel: ({ name }) => `Select ${name}`,
        }}
      />
    </Card>
  );
}

const columns: TableColumn<Member>[] = [
  { id: 'name', label: 'Member', isRowHeader: true, onSort: () => {}, cell: ({ name }) => name },
  { id: 'role', label: 'Role', cell: ({ role }) => role },
];
