import { writeFileSync } from 'node:fs';
import { renderErrorsPage } from './render-errors-page.ts';

writeFileSync(new URL('../../docs/errors.md', import.meta.url), renderErrorsPage());
