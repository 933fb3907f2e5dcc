import { Avatar, Button, Card, Checkbox, CodeBlock, Dialog, Icon, Menu, Tabs, TextField } from '@latchkey/ui';
import { useState } from 'react';

const madeUpKey = `sk_${'0123456789abcdefghjkmnpqrstvwxyz'.repeat(3)}`;

/** What floats: dialogs and menus. */
export function OverlaysPart() {
  const [openDialog, setOpenDialog] = useState<'created' | 'rename' | 'revoke'>();
  const close = () => setOpenDialog(undefined);
  return (
    <Card title="Dialogs and menus">
      <div className="lk-row">
        <Button onClick={() => setOpenDialog('created')}>Show the new key</Button>
        <Button onClick={() => setOpenDialog('rename')}>Rename key</Button>
        <Menu
          label="Account"
          align="start"
          variant="secondary"
          header={
            <>
              <strong>Ada Lovelace</strong>
              <p className="lk-faint">ada@example.com</p>
            </>
          }
          items={[
            { label: 'Settings', icon: <Icon name="user" />, href: '#settings' },
            { label: 'Teams', icon: <Icon name="team" />, detail: 3 },
            { label: 'Switch off', icon: <Icon name="shield" />, disabled: true },
            { label: 'Northwind', checked: true },
            { label: 'Contoso', checked: false },
            'separator',
            {
              label: 'Revoke key',
              icon: <Icon name="trash" />,
              tone: 'danger',
              onSelect: () => setOpenDialog('revoke'),
            },
          ]}
        >
          <Avatar name="Ada Lovelace" />
          Ada Lovelace
          <Icon name="chevron-down" />
        </Menu>
      </div>
      <CreatedDialog open={openDialog === 'created'} onClose={close} />
      <RenameDialog open={openDialog === 'rename'} onClose={close} />
      <Dialog
        open={openDialog === 'revoke'}
        onClose={close}
        variant="alert"
        title="Revoke Billing worker?"
        description="It was used 12 seconds ago. Whatever uses it stops working at once, and it cannot be brought back."
        footer={
          <>
            <Button onClick={close}>Keep it</Button>
            <Button variant="danger" onClick={close}>
              Revoke key
            </Button>
          </>
        }
      />
    </Card>
  );
}

interface GalleryDialogProps {
  open: boolean;
  onClose: () => void;
}

function CreatedDialog({ open, onClose }: GalleryDialogProps) {
  const [isStored, setIsStored] = useState(false);
  const words = { copyLabel: 'Copy', copiedLabel: 'Copied' };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      closable={false}
      title="Key created: Billing worker"
      description="This is the only time it is shown. We keep a fingerprint, not the key."
      footer={
        <>
          <Checkbox
            label="I have stored it somewhere safe"
            checked={isStored}
            onChange={(event) => setIsStored(event.target.checked)}
          />
          <Button variant="primary" disabled={!isStored} onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <CodeBlock variant="key" code={madeUpKey} label="The key" {...words} />
      <Tabs
        label="How to use it"
        tabs={[
          {
            id: 'curl',
            label: 'curl',
            content: <CodeBlock label="curl" code={curlExample} {...words} />,
          },
          { id: 'env', label: '.env', content: <CodeBlock label=".env" code="NORTHWIND_KEY=…" {...words} /> },
          { id: 'js', label: 'JavaScript', content: <CodeBlock label="JavaScript" code="fetch(…)" {...words} /> },
        ]}
      />
    </Dialog>
  );
}

const curlExample = `curl https://api.northwind.dev/v1/invoices \\
  -H "Authorization: Bearer $NORTHWIND_KEY"`;

function RenameDialog({ open, onClose }: GalleryDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      onSubmit={onClose}
      title="Rename key"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Rename
          </Button>
        </>
      }
    >
      <TextField label="Name" defaultValue="Billing worker" />
      <Menu label="In the dialog" variant="secondary" items={[{ label: 'First' }, { label: 'Second' }]}>
        More names
      </Menu>
    </Dialog>
  );
}
