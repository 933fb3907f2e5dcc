import { useState } from 'react';
import { Picker } from '../lists/picker.tsx';
import { toUserChoice, useUserChoices } from './use-user-choices.ts';

/** Chooses a user of the project; the form's field gets their id. */
export function UserPicker({ name, label }: { name: string; label: string }) {
  const [text, setText] = useState('');
  return (
    <Picker
      name={name}
      label={label}
      noun="users"
      placeholder="Name, address or id"
      text={text}
      onSearch={setText}
      query={useUserChoices(text)}
      toChoice={toUserChoice}
    />
  );
}
