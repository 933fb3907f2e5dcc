import type { contactChannel } from '@latchkey/contract';
import type { z } from 'zod';
import type { ContactChannelRecord } from './contact-channels.queries.ts';

export function presentContactChannel(record: ContactChannelRecord): z.input<typeof contactChannel> {
  const { id, user_id, type, value, is_primary, is_verified, used_for_auth } = record;
  return { id, user_id, type, value, is_primary, is_verified, used_for_auth };
}
