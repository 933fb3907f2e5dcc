import { describeError, useWords } from '@latchkey/react/forms';
import { Button, Icon, SelectField, useToast } from '@latchkey/ui';
import { startTransition, useId, useOptimistic } from 'react';
import type { PermissionDetailsProps } from './permission-details-props.ts';
import { usePermissionChanges } from './use-permissions.ts';

/** What one permission contains: each with a button that takes it out, and a choice of what else to put in. */
export function ContainedPermissions({ scope, graph, definition, onChoose }: PermissionDetailsProps) {
  const titleId = useId();
  const { contained, contain } = useContained({ scope, definition });
  const others = [...graph.definitions.keys()].filter((id) => id !== definition.id && !contained.includes(id));
  return (
    <div className="permission__part">
      <h3 id={titleId} className="permission__title">
        Contains <span className="lk-faint lk-num">{contained.length}</span>
      </h3>
      <ul aria-labelledby={titleId} className="permission__contained">
        {contained.map((id) => (
          <li key={id}>
            <Button variant="link" className="lk-mono" onClick={() => onChoose(id)}>
              {id}
            </Button>
            <Button
              variant="ghost"
              size="small"
              icon={<Icon name="close" />}
              label={`Take ${id} out of ${definition.id}`}
              onClick={() => contain({ ids: contained.filter((other) => other !== id), done: `${id} was taken out.` })}
            />
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <SelectField
          label={`Put into ${definition.id}`}
          labelHidden
          value=""
          onChange={({ target: { value } }) =>
            contain({ ids: [...contained, value], done: `${definition.id} contains ${value}.` })
          }
        >
          <option value="" disabled>
            Put another one in…
          </option>
          {others.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

/** What it contains as it will be once the server has agreed. */
function useContained({ scope, definition }: Pick<PermissionDetailsProps, 'scope' | 'definition'>) {
  const { update } = usePermissionChanges(scope);
  const words = useWords();
  const toast = useToast();
  const [contained, setContained] = useOptimistic(definition.containedPermissionIds);
  const contain = ({ ids, done }: { ids: string[]; done: string }) =>
    startTransition(async () => {
      setContained(ids);
      try {
        await update(definition.id, { containedPermissionIds: ids });
        toast({ text: done, tone: 'good' });
      } catch (error) {
        toast({ text: `Nothing was changed. ${describeError(words, error)}`, tone: 'bad' });
      }
    });
  return { contained, contain };
}
