import { Button, Card, CopyButton, Icon, LinkButton, Separator, Skeleton, Tag } from '@latchkey/ui';

/** Buttons, tags and other small things. */
export function ButtonsPart() {
  return (
    <Card
      title="Buttons and tags"
      description="Ink for the one thing to do, red for what cannot be undone."
      actions={<Button size="small">Edit</Button>}
    >
      <div className="lk-stack">
        <div className="lk-row">
          <Button variant="primary">Create key</Button>
          <Button>Rename</Button>
          <Button variant="danger">Revoke key</Button>
          <Button variant="ghost" icon={<Icon name="sign-out" />}>
            Sign out
          </Button>
          <Button icon={<Icon name="plus" />}>Add member</Button>
          <Button icon={<Icon name="trash" />} label="Delete" />
          <LinkButton href="#docs" icon={<Icon name="external" />}>
            Documentation
          </LinkButton>
          <CopyButton text="what was copied" label="Copy" copiedLabel="Copied" />
        </div>
        <div className="lk-row">
          <Button variant="primary" busy onClick={() => (document.title = 'Pressed')}>
            Create key
          </Button>
          <Button busy>Rename</Button>
          <Button disabled>Disabled</Button>
          <Button size="small">Small</Button>
          <Button size="small" variant="ghost" icon={<Icon name="more" />} label="More" />
          <Button variant="link">A button as a link</Button>
        </div>
        <div className="lk-row">
          <Tag>Draft</Tag>
          <Tag tone="good">Active</Tag>
          <Tag tone="warn">in 5 days</Tag>
          <Tag tone="bad">Revoked</Tag>
        </div>
        <Separator>or</Separator>
        <Skeleton lines={3} />
      </div>
    </Card>
  );
}
