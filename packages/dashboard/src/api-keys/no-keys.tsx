import { Button, EmptyState, Icon } from '@latchkey/ui';
import { LinkTo } from '../page/link-to.tsx';
import { useProject } from '../project/use-project.ts';
import type { KeyListView } from './use-key-list.ts';

/** What stands where no key is listed: why, and where to look instead. */
export function NoKeys({ search, onShow }: Pick<KeyListView, 'search'> & { onShow: KeyListView['showOnly'] }) {
  const { id } = useProject();
  const { pages: _pages, page: _page, sort: _sort, order: _order, ...filters } = search;
  if (Object.keys(filters).length === 0) {
    return (
      <EmptyState
        icon={<Icon name="key" size={24} />}
        title="No active keys"
        action={
          <div className="lk-row">
            <LinkTo to="/projects/$projectId/connect" params={{ projectId: id }}>
              Connect your application
            </LinkTo>
            <Button onClick={() => onShow({ status: 'all' })}>Show ended keys</Button>
          </div>
        }
      >
        Users and teams create keys in your application, your server does with one call, and you can here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No keys match"
      action={
        <div className="lk-row">
          {filters.status === 'all' ? null : (
            <Button onClick={() => onShow({ ...filters, status: 'all' })}>Look among all keys</Button>
          )}
          <Button onClick={() => onShow({})}>Clear search and filters</Button>
        </div>
      }
    >
      A search looks at how the name begins and at the last four characters.
    </EmptyState>
  );
}
