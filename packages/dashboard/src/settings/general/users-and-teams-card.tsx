import { Card } from '@latchkey/ui';
import { useProject } from '../../project/use-project.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { useUpdateProject } from '../use-update-project.ts';

/** What users may do by themselves. */
export function UsersAndTeamsCard() {
  const { config } = useProject();
  const update = useUpdateProject();
  return (
    <Card
      className="settings-card"
      title="Users and teams"
      description="What users may do by themselves, without your server."
    >
      <SettingSwitch
        label="Users create teams"
        hint="Off: only your server and operators create them."
        isOn={config.clientTeamCreationEnabled}
        onChange={(isOn) => update({ config: { clientTeamCreationEnabled: isOn } })}
        doneText={(isOn) => (isOn ? 'Users can create teams.' : 'Users cannot create teams any more.')}
      />
      <SettingSwitch
        label="A personal team for each new user"
        hint="Made at sign-up, named after the user, who is its creator. Users who are there already get none."
        isOn={config.createTeamOnSignUp}
        onChange={(isOn) => update({ config: { createTeamOnSignUp: isOn } })}
        doneText={(isOn) => (isOn ? 'New users get a personal team.' : 'New users get no team.')}
      />
      <SettingSwitch
        label="Users delete their own account"
        hint="Their API keys stop working with it. Keys of their teams stay."
        isOn={config.clientUserDeletionEnabled}
        onChange={(isOn) => update({ config: { clientUserDeletionEnabled: isOn } })}
        doneText={(isOn) => (isOn ? 'Users can delete their account.' : 'Users cannot delete their account any more.')}
      />
    </Card>
  );
}
