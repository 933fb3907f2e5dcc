import { EmptyState } from '@latchkey/ui';
import { LinkTo } from './link-to.tsx';
import { Page } from './page.tsx';

/** What stands at an address that leads nowhere. */
export function LostPage() {
  return (
    <Page title="Nothing here" width="reading">
      <EmptyState title="This address leads nowhere" action={<LinkTo to="/">Your projects</LinkTo>}>
        It may have been mistyped, or what it led to was deleted.
      </EmptyState>
    </Page>
  );
}
