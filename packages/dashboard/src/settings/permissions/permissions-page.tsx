import { Page } from '../../page/page.tsx';

export function PermissionsPage() {
  return <Page title="Permissions" />;
}
