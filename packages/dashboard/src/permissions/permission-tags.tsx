import { Tag } from '@latchkey/ui';

/** What somebody was granted, in a word each. */
export function PermissionTags({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return <span className="lk-faint">none</span>;
  return (
    <span className="permissions__tags">
      {ids.map((id) => (
        <Tag key={id} className="lk-mono">
          {id}
        </Tag>
      ))}
    </span>
  );
}
