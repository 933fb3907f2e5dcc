import { Card, Notice } from '@latchkey/ui';
import { useProject } from '../../project/use-project.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { useProjectConfig } from '../use-project-config.ts';
import { useUpdateProject } from '../use-update-project.ts';

/** Who may sign up, and with what people sign in. */
export function MethodsCard() {
  const { config } = useProject();
  const { data: more } = useProjectConfig();
  const update = useUpdateProject();
  return (
    <Card className="settings-card" title="Signing in">
      <SettingSwitch
        label="Sign-up is open"
        hint="Off: nobody can make an account by themselves. Your server and operators still create users, and those sign in."
        isOn={config.signUpEnabled}
        onChange={(isOn) => update({ config: { signUpEnabled: isOn } })}
        doneText={(isOn) => (isOn ? 'Sign-up is open.' : 'Sign-up is closed.')}
      />
      <SettingSwitch
        label="Sign-in with a password"
        isOn={config.credentialEnabled}
        onChange={(isOn) => update({ config: { credentialEnabled: isOn } })}
        doneText={(isOn) => (isOn ? 'Users sign in with a password.' : 'Nobody can sign in with a password.')}
      />
      {config.credentialEnabled ? null : (
        <Notice tone="warn">
          A password is the only way to sign in, so nobody new can. Whoever is signed in stays so, and API keys work.
        </Notice>
      )}
      <SettingSwitch
        label="Require a verified address"
        hint="On: whoever has not followed the link in their mail is held at the page that asks for it, until they do. Their API keys keep working."
        disabled={more === undefined}
        isOn={more?.requireEmailVerification ?? false}
        onChange={(isOn) => update({ config: { requireEmailVerification: isOn } })}
        doneText={(isOn) => (isOn ? 'Users have to verify their address.' : 'Users need no verified address.')}
      />
    </Card>
  );
}
