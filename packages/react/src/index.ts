export * from '@latchkey/js';
import './hooks/install-hooks.ts';
export { useStackApp } from './hooks/use-stack-app.ts';
export { useUser, type UseUserOptions } from './hooks/use-user.ts';
