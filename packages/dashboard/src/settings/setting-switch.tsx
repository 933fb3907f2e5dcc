import { describeError, useWords } from '@latchkey/react/forms';
import { Switch, type SwitchProps, useToast } from '@latchkey/ui';
import { type ChangeEvent, startTransition, useOptimistic } from 'react';

export interface SettingSwitchProps extends Pick<SwitchProps, 'label' | 'hint' | 'disabled'> {
  isOn: boolean;
  /** Makes it so; what the switch shows meanwhile is taken back where this fails. */
  onChange: (isOn: boolean) => Promise<void>;
  /** Said once it is so: "Sign-up is open". */
  doneText: (isOn: boolean) => string;
  /** Asks before it is switched off; `onChange` follows, or nothing. */
  onAskOff?: () => void;
}

/** A setting that moves at the press and comes back, with a reason, where the server refuses it. */
export function SettingSwitch({ isOn, onChange, doneText, onAskOff, ...switchProps }: SettingSwitchProps) {
  const words = useWords();
  const toast = useToast();
  const [shown, setShown] = useOptimistic(isOn);
  const change = ({ target: { checked: next } }: ChangeEvent<HTMLInputElement>) => {
    if (!next && onAskOff !== undefined) return onAskOff();
    startTransition(async () => {
      setShown(next);
      try {
        await onChange(next);
        toast({ text: doneText(next), tone: 'good' });
      } catch (error) {
        toast({ text: `Nothing was changed. ${describeError(words, error)}`, tone: 'bad' });
      }
    });
  };
  return <Switch {...switchProps} checked={shown} onChange={change} />;
}
