import type { Location } from './choose-location.ts';
import type { Endpoint } from './postgres-arguments.ts';
import type { ServerLog } from './server-log.ts';

/** What a postmaster is started from. */
export interface PostmasterPlan {
  location: Location;
  /** The folder with `bin`, `lib` and `share`. */
  installation: string;
  cluster: string;
  endpoint: Endpoint;
  log: ServerLog;
}
