import { buildPackages, dashboardBuild, sdkBuild, serverBuild } from './build-packages.js';

// `server` builds what the server needs and no more, its dashboard included; without a word everything is built.
const [only] = process.argv.slice(2);
await buildPackages(serverBuild);
await buildPackages(dashboardBuild);
if (only !== 'server') await buildPackages(sdkBuild);
