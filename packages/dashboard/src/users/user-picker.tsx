import { useState } from 'react';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { choicesOffered, Picker } from '../lists/picker.tsx';
import { useList } from '../lists/use-list.ts';

/** Chooses a user of the project; the form's field gets their id. */
export function UserPicker({ name, label }: { name: string; label: string }) {
  const [text, setText] = useState('');
  const query = text.trim();
  const users = useList({
    name: 'users to choose from',
    filter: { query },
    cursor: undefined,
    read: (app) =>
      app.listUsers({
        limit: choicesOffered,
        includeRestricted: true,
        includeAnonymous: true,
        orderBy: 'lastActiveAt',
        desc: true,
        ...(query && { query }),
      }),
  });
  return (
    <Picker
      name={name}
      label={label}
      noun="users"
      placeholder="Name, address or id"
      text={text}
      onSearch={setText}
      query={users}
      toChoice={(user) => ({
        id: user.id,
        name: nameOfUser(user),
        detail: user.displayName === null ? null : user.primaryEmail,
        imageUrl: user.profileImageUrl,
      })}
    />
  );
}
