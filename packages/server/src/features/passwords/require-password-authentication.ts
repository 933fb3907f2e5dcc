import type { Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';

/** @throws KnownError PASSWORD_AUTHENTICATION_NOT_ENABLED */
export function requirePasswordAuthentication({ settings }: Pick<Project, 'settings'>): void {
  if (!settings.credential_enabled) throw new KnownError('PASSWORD_AUTHENTICATION_NOT_ENABLED');
}
