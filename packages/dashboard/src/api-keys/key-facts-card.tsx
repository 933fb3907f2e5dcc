import { Card, Tag } from '@latchkey/ui';
import { CopyableId } from '../figures/copyable-id.tsx';
import { Fact } from '../figures/fact.tsx';
import { Moment } from '../page/moment.tsx';
import { KeyEnd, type KeyMomentProps } from './key-end.tsx';
import { MaskedKey } from './masked-key.tsx';
import { OwnerLink } from './owner-link.tsx';

/** What is known of a key. */
export function KeyFactsCard({ apiKey, now }: KeyMomentProps) {
  const { id, owner, creator, createdAt, lastUsedAt, isPublic } = apiKey;
  return (
    <Card title="Key">
      <dl className="facts">
        <Fact label="Key">
          <MaskedKey apiKey={apiKey} /> {isPublic ? <Tag>Public</Tag> : <Tag>Secret</Tag>}
        </Fact>
        <Fact label={owner.type === 'user' ? 'User' : 'Team'}>
          <OwnerLink owner={owner} />
        </Fact>
        <Fact label="Created">
          <Moment date={createdAt} />
        </Fact>
        <Fact label="Created by">
          {creator === undefined || creator.userId === null ? (
            'your server or an operator'
          ) : (
            <OwnerLink owner={{ type: 'user', id: creator.userId }} />
          )}
        </Fact>
        <Fact label="Expires">
          <KeyEnd apiKey={apiKey} now={now} />
        </Fact>
        <Fact label="Last used">
          <Moment date={lastUsedAt ?? null} />
        </Fact>
        <Fact label="Id">
          <CopyableId id={id} />
        </Fact>
      </dl>
    </Card>
  );
}
