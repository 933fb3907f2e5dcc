import { Card } from '@latchkey/ui';
import { LinkTo } from '../../page/link-to.tsx';
import { useProject } from '../../project/use-project.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { useProjectConfig } from '../use-project-config.ts';
import { useUpdateProject } from '../use-update-project.ts';

/** Whether browsers and apps have to name a key of the project. */
export function ClientAccessCard() {
  const { id } = useProject();
  const { data: config } = useProjectConfig();
  const update = useUpdateProject();
  return (
    <Card
      title="Client access"
      actions={
        <LinkTo to="/projects/$projectId/project-keys" params={{ projectId: id }}>
          Project keys
        </LinkTo>
      }
    >
      <SettingSwitch
        label="Require a publishable client key"
        hint="On: browsers and apps that name no valid publishable client key are refused at once, so put one into them first."
        disabled={config === undefined}
        isOn={config?.requirePublishableClientKey ?? false}
        onChange={(isOn) => update({ requirePublishableClientKey: isOn })}
        doneText={(isOn) =>
          isOn ? 'Clients have to name a publishable client key.' : 'Clients need no publishable client key.'
        }
      />
    </Card>
  );
}
