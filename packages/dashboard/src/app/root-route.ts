import { createRootRoute } from '@tanstack/react-router';
import { LostPage } from '../page/lost-page.tsx';
import { FailedPage } from '../page/failed-page.tsx';

export const rootRoute = createRootRoute({ notFoundComponent: LostPage, errorComponent: FailedPage });
