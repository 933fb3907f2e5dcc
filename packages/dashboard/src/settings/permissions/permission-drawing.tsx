import { classNames } from '@latchkey/ui';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { layoutPermissions, type PermissionLayout, type PlacedPermission } from './layout-permissions.ts';
import { nextPermission } from './next-permission.ts';
import { grantedBy, isOfSystem, type PermissionGraph } from '../../permissions/permission-graph.ts';

export interface PermissionDrawingProps {
  graph: PermissionGraph;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** What contains what, from left to right. One permission is in the tab order; arrows lead to the others. */
export function PermissionDrawing({ graph, chosen, onChoose }: PermissionDrawingProps) {
  const layout = useMemo(() => layoutPermissions(graph), [graph]);
  const [focused, setFocused] = useState<string>();
  const ref = useRef<HTMLDivElement>(null);
  const reached = useMemo(
    () => (chosen === undefined ? null : new Set([chosen, ...grantedBy(graph, chosen)])),
    [graph, chosen],
  );
  const places = layout.columns.flat();
  const entrance = [focused, chosen, places[0]?.id].find((id) => id !== undefined && graph.definitions.has(id));
  const move = (event: KeyboardEvent, id: string) => {
    const next = nextPermission(layout, graph, { id, key: event.key });
    if (next === undefined) return;
    event.preventDefault();
    setFocused(next);
    ref.current?.querySelector<HTMLElement>(`[data-permission="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div className="drawing">
      <div
        ref={ref}
        role="group"
        aria-label="Permissions, and what contains what"
        className="drawing__sheet"
        style={sizeOf(layout)}
      >
        <Lines layout={layout} reached={reached} />
        {places.map((place) => (
          <button
            key={place.id}
            type="button"
            data-permission={place.id}
            className={classNames(
              'drawing__box lk-mono',
              isOfSystem(place.id) && 'drawing__box--system',
              reached !== null && !reached.has(place.id) && 'drawing__box--aside',
            )}
            style={positionOf(place)}
            tabIndex={place.id === entrance ? 0 : -1}
            aria-pressed={place.id === chosen}
            aria-label={describePlace(graph, place.id)}
            title={place.id}
            onFocus={() => setFocused(place.id)}
            onKeyDown={(event) => move(event, place.id)}
            onClick={() => onChoose(place.id)}
          >
            {place.id}
          </button>
        ))}
      </div>
    </div>
  );
}

function Lines({ layout, reached }: { layout: PermissionLayout; reached: ReadonlySet<string> | null }) {
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true" className="drawing__lines">
      {layout.containments.map(({ from, to, path }) => (
        <path key={`${from} ${to}`} d={path} className={classNames(reached?.has(from) && 'drawing__line--reached')} />
      ))}
    </svg>
  );
}

function sizeOf({ width, height }: { width: number; height: number }) {
  return { width, height };
}

function positionOf({ x, y }: PlacedPermission) {
  return { left: x, top: y };
}

function describePlace(graph: PermissionGraph, id: string): string {
  const contained = graph.contains.get(id)?.length ?? 0;
  const containers = graph.containedIn.get(id)?.length ?? 0;
  return `${id}, contains ${contained}, contained in ${containers}${isOfSystem(id) ? ', of the system' : ''}`;
}
