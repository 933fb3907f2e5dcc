import { useState } from 'react';
import { Picker } from '../lists/picker.tsx';
import { toTeamChoice, useTeamChoices } from './use-team-choices.ts';

/** Chooses a team of the project; the form's field gets its id. */
export function TeamPicker({ name, label }: { name: string; label: string }) {
  const [text, setText] = useState('');
  return (
    <Picker
      name={name}
      label={label}
      noun="teams"
      placeholder="Name or id"
      shape="square"
      text={text}
      onSearch={setText}
      query={useTeamChoices(text)}
      toChoice={toTeamChoice}
    />
  );
}
