import type { ApiKeyType } from '@latchkey/react';
import { Card } from '@latchkey/ui';
import { useState } from 'react';
import { useProject } from '../../project/use-project.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { useUpdateProject } from '../use-update-project.ts';
import { SwitchOffKindDialog } from './switch-off-kind-dialog.tsx';

/** Which kinds of API keys the project has. */
export function ApiKeyKindsCard() {
  const [asked, setAsked] = useState<ApiKeyType | null>(null);
  return (
    <Card
      className="settings-card"
      title="API keys"
      description="With a kind on, its owners can create keys, and your server can check them."
    >
      <KindSwitch kind="user" hint="Each user holds keys of their own." onAskOff={() => setAsked('user')} />
      <KindSwitch
        kind="team"
        hint="A team holds keys; members with $manage_api_keys manage them."
        onAskOff={() => setAsked('team')}
      />
      {asked === null ? null : <SwitchOffKindDialog kind={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}

function KindSwitch({ kind, hint, onAskOff }: { kind: ApiKeyType; hint: string; onAskOff: () => void }) {
  const { config } = useProject();
  const update = useUpdateProject();
  const name = kindSettings[kind];
  return (
    <SettingSwitch
      label={kindNames[kind]}
      hint={hint}
      isOn={config[name]}
      onChange={(isOn) => update({ config: { [name]: isOn } })}
      onAskOff={onAskOff}
      doneText={() => `${kindNames[kind]} are on. Keys created before work again.`}
    />
  );
}

const kindNames = { user: 'User API keys', team: 'Team API keys' };
const kindSettings = { user: 'allowUserApiKeys', team: 'allowTeamApiKeys' } as const;
