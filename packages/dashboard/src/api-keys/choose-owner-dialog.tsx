import type { ApiKeyType, StackAdminApp } from '@latchkey/react';
import { Avatar, Button, Dialog, SegmentedControl, Skeleton } from '@latchkey/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SearchField } from '../lists/search-field.tsx';
import { useAdminApp, useProject } from '../project/use-project.ts';
import type { KeyOwner } from './key-owner.ts';
import { nameOfUser } from './name-of-user.ts';

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
      <Candidates type={type} search={search} onChosen={onChosen} />
    </Dialog>
  );
}

interface CandidatesProps extends Pick<ChooseOwnerDialogProps, 'onChosen'> {
  type: ApiKeyType;
  search: string;
}

function Candidates({ type, search, onChosen }: CandidatesProps) {
  const app = useAdminApp();
  const { data: candidates } = useQuery({
    queryKey: [app.projectId, 'key-owners', type, search],
    queryFn: () => (type === 'user' ? findUsers(app, search) : findTeams(app, search)),
    placeholderData: keepPreviousData,
  });
  if (candidates === undefined) return <Skeleton shape="row" lines={4} />;
  if (candidates.length === 0) {
    return <p className="lk-muted">{search === '' ? `There are no ${type}s yet.` : `No ${type} matches.`}</p>;
  }
  return (
    <ul className="candidates" aria-label={type === 'user' ? 'Users' : 'Teams'}>
      {candidates.map((candidate) => (
        <li key={candidate.id}>
          <button type="button" className="candidates__button" onClick={() => onChosen(candidate)}>
            <Avatar name={candidate.name} src={candidate.imageUrl} shape={type === 'team' ? 'square' : 'round'} />
            <bdi>{candidate.name}</bdi>
            <bdi className="lk-faint">{candidate.detail}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Candidate extends KeyOwner {
  imageUrl: string | null;
  detail: string;
}

const maxCandidates = 8;

async function findUsers(app: StackAdminApp<false>, query: string): Promise<Candidate[]> {
  const users = await app.listUsers({ limit: maxCandidates, ...(query !== '' && { query }) });
  return users.map((user) => ({
    type: 'user',
    id: user.id,
    name: nameOfUser(user),
    imageUrl: user.profileImageUrl,
    detail: user.displayName ? (user.primaryEmail ?? '') : '',
  }));
}

async function findTeams(app: StackAdminApp<false>, query: string): Promise<Candidate[]> {
  const teams = await app.listTeams({ limit: maxCandidates, ...(query !== '' && { query }) });
  return teams.map(({ id, displayName, profileImageUrl }) => ({
    type: 'team',
    id,
    name: displayName,
    imageUrl: profileImageUrl,
    detail: '',
  }));
}
