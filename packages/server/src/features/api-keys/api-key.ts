import type { ApiKeyKind } from './api-key-format.ts';
import type { JudgedApiKey } from './judge-api-key.ts';

/** An API key as it is kept: everything but the key itself. */
export interface ApiKey extends JudgedApiKey {
  id: string;
  /** The user or team that holds it. */
  ownerId: string;
  description: string;
  isPublic: boolean;
  lastFour: string;
  /** The signed-in user who made it; null when the application's server did, or when that user is gone. */
  creatorUserId: string | null;
  createdAt: Date;
  /** When it was found in public and revoked for that; null: never. */
  leakReportedAt: Date | null;
  /** When it last passed a check; null: never, and where a key is found by its string, which does not read it. */
  lastUsedAt: Date | null;
}

/** Who holds a key. */
export interface ApiKeyOwner {
  kind: ApiKeyKind;
  id: string;
}
