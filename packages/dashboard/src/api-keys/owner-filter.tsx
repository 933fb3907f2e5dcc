import type { ApiKeyType, StackAdminApp } from '@latchkey/react';
import { Button, Icon } from '@latchkey/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useAdminApp } from '../project/use-project.ts';
import { ownerQuery } from './owner-query.ts';

export interface OwnerFilterProps {
  ownerId: string;
  /** Undefined: the address does not say. */
  kind: ApiKeyType | undefined;
  onClear: () => void;
}

/** Whose keys alone are listed, and the way back to all. */
export function OwnerFilter({ ownerId, kind, onClear }: OwnerFilterProps) {
  const name = useOwnerName(useAdminApp(), { ownerId, kind });
  return (
    <Button
      size="small"
      className="owner-filter"
      icon={<Icon name="close" />}
      label={`Show the keys of all owners, not only of ${name}`}
      onClick={onClear}
    >
      Only <bdi>{name}</bdi>
    </Button>
  );
}

function useOwnerName(app: StackAdminApp<false>, { ownerId: id, kind }: Pick<OwnerFilterProps, 'ownerId' | 'kind'>) {
  const client = useQueryClient();
  const { data: name } = useQuery({
    queryKey: [app.projectId, 'key-owner', kind ?? 'either', id, 'name'],
    queryFn: async () => {
      const types = kind === undefined ? (['user', 'team'] as const) : [kind];
      const found = await Promise.all(types.map((type) => client.fetchQuery(ownerQuery(app, { type, id }))));
      return found.find((facts) => facts !== null)?.name ?? null;
    },
  });
  return name ?? 'one owner';
}
