import { useState } from 'react';
import { choicesOffered, Picker } from '../lists/picker.tsx';
import { useList } from '../lists/use-list.ts';

/** Chooses a team of the project; the form's field gets its id. */
export function TeamPicker({ name, label }: { name: string; label: string }) {
  const [text, setText] = useState('');
  const query = text.trim();
  const teams = useList({
    name: 'teams to choose from',
    filter: { query },
    cursor: undefined,
    read: (app) => app.listTeams({ limit: choicesOffered, desc: true, ...(query && { query }) }),
  });
  return (
    <Picker
      name={name}
      label={label}
      noun="teams"
      placeholder="Name or id"
      shape="square"
      text={text}
      onSearch={setText}
      query={teams}
      toChoice={({ id, displayName, profileImageUrl }) => ({
        id,
        name: displayName,
        detail: null,
        imageUrl: profileImageUrl,
      })}
    />
  );
}
