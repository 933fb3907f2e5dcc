import type { Permission } from '@latchkey/react';
import { useProject } from '../../project/use-project.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { useUpdateProject } from '../use-update-project.ts';
import type { PermissionScope } from '../../permissions/permissions-query.ts';

/** To whom a permission is granted by itself. Whoever is there already keeps what they have. */
export function PermissionDefaults({ scope, id }: { scope: PermissionScope; id: string }) {
  return (
    <div className="permission__part">
      <h3 className="permission__title">Granted by itself</h3>
      {scope === 'team' ? (
        <>
          <DefaultSwitch
            list="teamCreatorDefaultPermissions"
            id={id}
            label="To whoever creates a team"
            whom="New creators of teams"
          />
          <DefaultSwitch
            list="teamMemberDefaultPermissions"
            id={id}
            label="To whoever joins a team"
            whom="New members of teams"
          />
        </>
      ) : (
        <DefaultSwitch list="userDefaultPermissions" id={id} label="To each new user" whom="New users" />
      )}
    </div>
  );
}

interface DefaultSwitchProps {
  list: 'teamCreatorDefaultPermissions' | 'teamMemberDefaultPermissions' | 'userDefaultPermissions';
  id: string;
  label: string;
  /** To say it afterwards. */
  whom: string;
}

function DefaultSwitch({ list, id, label, whom }: DefaultSwitchProps) {
  const { config } = useProject();
  const update = useUpdateProject();
  const without = (granted: readonly Permission[]) => granted.filter((permission) => permission.id !== id);
  return (
    <SettingSwitch
      label={label}
      isOn={config[list].some((permission) => permission.id === id)}
      onChange={(isOn) =>
        update(({ [list]: granted }) => ({
          config: { [list]: isOn ? [...without(granted), { id }] : without(granted) },
        }))
      }
      doneText={(isOn) => `${whom} get ${id} ${isOn ? 'from now on' : 'no longer'}. Nobody else's change.`}
    />
  );
}
