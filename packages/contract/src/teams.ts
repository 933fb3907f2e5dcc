import { z } from 'zod';
import { id } from './shapes.ts';

const teamFields = {
  id,
  display_name: z.string(),
  profile_image_url: z.string().nullable(),
  client_metadata: z.json(),
  client_read_only_metadata: z.json(),
};

/** A team as its members see it. */
export const clientTeam = z.strictObject(teamFields);

/** A team as the application's server sees it. */
export const serverTeam = z.strictObject({
  ...teamFields,
  created_at_millis: z.number(),
  server_metadata: z.json(),
});
