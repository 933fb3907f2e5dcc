import type { RefusalReason } from './checks.ts';

/** Why checks were refused, as a heading. */
export const refusalWords: Record<RefusalReason, string> = {
  notFound: 'Unknown key',
  wrongType: 'Key of the other kind',
  revoked: 'Revoked',
  expired: 'Expired',
  ownerRestricted: 'Owner restricted',
  kindDisabled: 'Kind switched off',
};
