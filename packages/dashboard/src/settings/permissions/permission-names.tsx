import { Button } from '@latchkey/ui';
import { useId } from 'react';

export interface PermissionNamesProps {
  title: string;
  ids: readonly string[];
  /** What stands there when there are none. */
  none: string;
  onChoose: (id: string) => void;
}

/** Other permissions by name, each a way to it. */
export function PermissionNames({ title, ids, none, onChoose }: PermissionNamesProps) {
  const id = useId();
  return (
    <div className="permission__part">
      <h3 id={id} className="permission__title">
        {title} {ids.length > 0 ? <span className="lk-faint lk-num">{ids.length}</span> : null}
      </h3>
      {ids.length === 0 ? (
        <p className="lk-faint">{none}</p>
      ) : (
        <ul aria-labelledby={id} className="permission__names">
          {ids.map((name) => (
            <li key={name}>
              <Button variant="link" className="lk-mono" onClick={() => onChoose(name)}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
