import type { ApiKeyType, Page } from '@latchkey/react';
import { describeError, useWords } from '@latchkey/react/forms';
import { Avatar, Button, Dialog, Notice, SegmentedControl, Skeleton } from '@latchkey/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Choice } from '../lists/picker.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { useProject } from '../project/use-project.ts';
import { toTeamChoice, useTeamChoices } from '../teams/use-team-choices.ts';
import { toUserChoice, useUserChoices } from '../users/use-user-choices.ts';
import type { KeyOwner } from './key-owner.ts';

export interface ChooseOwnerDialogProps {
  onClose: () => void;
  onChosen: (owner: KeyOwner) => void;
}

/** Asks whose key a new one is to be. Open while it is rendered. */
export function ChooseOwnerDialog({ onClose, onChosen }: ChooseOwnerDialogProps) {
  const { config } = useProject();
  const [type, setType] = useState<ApiKeyType>(config.allowUserApiKeys ? 'user' : 'team');
  const [search, setSearch] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      title="Whose key is it?"
      description="Whoever holds the key acts for this user or team."
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      {config.allowUserApiKeys && config.allowTeamApiKeys ? (
        <SegmentedControl<ApiKeyType>
          label="Kind of owner"
          segments={[
            { value: 'user', label: 'User' },
            { value: 'team', label: 'Team' },
          ]}
          value={type}
          onChange={setType}
        />
      ) : null}
      <SearchField
        label={type === 'user' ? 'Search users' : 'Search teams'}
        placeholder={type === 'user' ? 'Name, e-mail address or id' : 'Name or id'}
        value={search}
        onSearch={setSearch}
      />
      {type === 'user' ? <Users search={search} onChosen={onChosen} /> : <Teams search={search} onChosen={onChosen} />}
    </Dialog>
  );
}

interface CandidatesProps extends Pick<ChooseOwnerDialogProps, 'onChosen'> {
  search: string;
}

function Users({ search, onChosen }: CandidatesProps) {
  return <Candidates type="user" query={useUserChoices(search)} toChoice={toUserChoice} {...{ search, onChosen }} />;
}

function Teams({ search, onChosen }: CandidatesProps) {
  return <Candidates type="team" query={useTeamChoices(search)} toChoice={toTeamChoice} {...{ search, onChosen }} />;
}

function Candidates<Row>({
  type,
  query,
  toChoice,
  search,
  onChosen,
}: CandidatesProps & { type: ApiKeyType; query: UseQueryResult<Page<Row>>; toChoice: (row: Row) => Choice }) {
  const words = useWords();
  const { data: rows } = query;
  if (query.isError) return <Notice tone="bad">{describeError(words, query.error)}</Notice>;
  if (rows === undefined) return <Skeleton shape="row" lines={4} />;
  if (rows.length === 0) {
    return <p className="lk-muted">{search === '' ? `There are no ${type}s yet.` : `No ${type} matches.`}</p>;
  }
  return (
    <ul className="candidates" aria-label={type === 'user' ? 'Users' : 'Teams'}>
      {rows.map(toChoice).map(({ id, name, detail, imageUrl }) => (
        <li key={id}>
          <button type="button" className="candidates__button" onClick={() => onChosen({ type, id, name })}>
            <Avatar name={name} src={imageUrl} shape={type === 'team' ? 'square' : 'round'} />
            <bdi>{name}</bdi>
            <bdi className="lk-faint">{detail}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
