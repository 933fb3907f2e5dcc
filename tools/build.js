import { buildPackages, sdkBuild, serverBuild } from './build-packages.js';

// `server` builds what the server needs and no more; without a word everything is built.
const [only] = process.argv.slice(2);
await buildPackages(serverBuild);
if (only !== 'server') await buildPackages(sdkBuild);
