import { Page } from '../page/page.tsx';

export function OperatorsPage() {
  return <Page title="Operators" />;
}
