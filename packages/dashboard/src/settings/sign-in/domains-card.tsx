import type { TrustedDomain } from '@latchkey/react';
import { describeError, useWords } from '@latchkey/react/forms';
import { Button, Card, Icon, Notice, Table, type TableColumn, useToast } from '@latchkey/ui';
import { startTransition, useOptimistic, useState } from 'react';
import { useProject } from '../../project/use-project.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { useUpdateProject } from '../use-update-project.ts';
import { AddDomainDialog } from './add-domain-dialog.tsx';

/** The sites that links in mails may lead to, with the codes in them. */
export function DomainsCard() {
  const { config } = useProject();
  const update = useUpdateProject();
  const [isAdding, setIsAdding] = useState(false);
  const { domains, remove } = useDomains();
  return (
    <Card
      className="settings-card"
      title="Trusted domains"
      description="Links in mails carry codes that sign people in. They lead to these sites and to no others."
      actions={
        <Button icon={<Icon name="plus" />} onClick={() => setIsAdding(true)}>
          Add domain
        </Button>
      }
    >
      {domains.length > 0 ? (
        <Table caption="Trusted domains" columns={columnsWith(remove)} rows={domains} rowKey={keyOf} />
      ) : config.allowLocalhost ? (
        <p className="lk-muted">
          None yet: links lead to this machine only. Before others use your application, add the site it is served from.
        </p>
      ) : (
        <Notice tone="warn">No site is trusted, so no mail can be sent that has a link in it.</Notice>
      )}
      <SettingSwitch
        label="Trust localhost"
        hint="For development. Off once your application is served from a domain: any program on a user's machine can listen there."
        isOn={config.allowLocalhost}
        onChange={(isOn) => update({ config: { allowLocalhost: isOn } })}
        doneText={(isOn) => (isOn ? 'localhost is trusted.' : 'localhost is not trusted any more.')}
      />
      {isAdding ? <AddDomainDialog onClose={() => setIsAdding(false)} /> : null}
    </Card>
  );
}

/** The domains as they will be once the server has agreed. */
function useDomains() {
  const { config } = useProject();
  const update = useUpdateProject();
  const toast = useToast();
  const words = useWords();
  const [domains, showWithout] = useOptimistic(config.domains, without);
  const trustAgain = (removed: TrustedDomain) =>
    update((now) => ({ config: { domains: [...without(now.domains, removed), removed] } })).catch((error: unknown) =>
      toast({ text: `${removed.domain} is not trusted. ${describeError(words, error)}`, tone: 'bad' }),
    );
  const remove = (removed: TrustedDomain) =>
    startTransition(async () => {
      showWithout(removed);
      try {
        await update((now) => ({ config: { domains: without(now.domains, removed) } }));
        toast({
          text: `${removed.domain} is not trusted any more.`,
          tone: 'good',
          action: { label: 'Undo', onPress: () => void trustAgain(removed) },
        });
      } catch (error) {
        toast({ text: `${removed.domain} is still trusted. ${describeError(words, error)}`, tone: 'bad' });
      }
    });
  return { domains, remove };
}

function without(domains: readonly TrustedDomain[], removed: TrustedDomain): TrustedDomain[] {
  return domains.filter((domain) => keyOf(domain) !== keyOf(removed));
}

function keyOf({ domain, handlerPath }: TrustedDomain): string {
  return `${domain} ${handlerPath}`;
}

function columnsWith(remove: (domain: TrustedDomain) => void): TableColumn<TrustedDomain>[] {
  return [
    {
      id: 'domain',
      label: 'Domain',
      isRowHeader: true,
      cell: ({ domain }) => <span className="lk-mono">{domain}</span>,
    },
    {
      id: 'path',
      label: 'Sign-in pages at',
      cell: ({ handlerPath }) => <span className="lk-mono">{handlerPath}</span>,
    },
    {
      id: 'actions',
      label: 'Actions',
      labelHidden: true,
      align: 'end',
      cell: (domain) => (
        <Button
          variant="ghost"
          size="small"
          icon={<Icon name="trash" />}
          label={`Remove ${domain.domain}`}
          onClick={() => remove(domain)}
        />
      ),
    },
  ];
}
