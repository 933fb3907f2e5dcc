import {
  Avatar,
  Button,
  Card,
  CodeBlock,
  EmptyState,
  Icon,
  type IconName,
  Notice,
  Table,
  Tabs,
  Tag,
} from '@latchkey/ui';

const icons: IconName[] = [
  'copy',
  'check',
  'more',
  'plus',
  'search',
  'eye',
  'eye-off',
  'chevron-down',
  'chevron-start',
  'chevron-end',
  'key',
  'user',
  'team',
  'shield',
  'device',
  'alert',
  'info',
  'external',
  'trash',
  'pencil',
  'sign-out',
];

/** What only shows something. */
export function DisplayPart() {
  return (
    <>
      <Tabs
        label="Sections"
        tabs={[
          { id: 'profile', label: 'Profile', content: 'Who you are to others.' },
          { id: 'security', label: 'Security', content: 'How you sign in.' },
          { id: 'teams', label: 'Teams', content: 'Whom you work with.' },
        ]}
      />
      <div className="lk-stack">
        <Notice>Team keys outlive whoever made them.</Notice>
        <Notice tone="good">Your address is verified.</Notice>
        <Notice tone="warn" title="This key never expires" action={<Button size="small">Set an end</Button>}>
          Whoever finds it can use it for as long as it exists.
        </Notice>
        <Notice tone="bad" title="The keys could not be loaded">
          Look at your connection and try again.
        </Notice>
      </div>
      <Card>
        <EmptyState
          icon={<Icon name="key" size={24} />}
          title="No keys yet"
          action={<Button variant="primary">Create key</Button>}
        >
          Create one, and your programs can act for you.
        </EmptyState>
      </Card>
      <CodeBlock
        label="Example"
        code={"const user = await app.getUser({ apiKey: request.headers.get('x-api-key') });"}
        copyLabel="Copy"
        copiedLabel="Copied"
      />
      <Card title="Members" flush>
        <Table
          caption="Members"
          columns={[
            {
              id: 'name',
              label: 'Member',
              isRowHeader: true,
              cell: ({ name, isYou }) => (
                <span className="lk-row">
                  {name} {isYou ? <Tag>You</Tag> : null}
                </span>
              ),
            },
            { id: 'role', label: 'Role', cell: ({ role }) => role },
          ]}
          rows={[
            { name: 'Ada Lovelace', role: 'Owner', isYou: true },
            { name: 'Grace Hopper', role: 'Member', isYou: false },
          ]}
          rowKey={({ name }) => name}
        />
      </Card>
      <div className="lk-row">
        <Avatar name="Ada" />
        <Avatar name="Ada" size="medium" label="Ada Lovelace" />
        <Avatar name="Northwind" size="large" shape="square" />
        <Avatar name="Broken" size="medium" src="data:image/png,broken" />
      </div>
      <div className="lk-row">
        {icons.map((name) => (
          <Icon key={name} name={name} size={20} />
        ))}
      </div>
    </>
  );
}
