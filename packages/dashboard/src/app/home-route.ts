import { createRoute } from '@tanstack/react-router';
import { HomeShell } from '../shell/home-shell.tsx';
import { rootRoute } from './root-route.ts';

/** What is about the operator and not about one project: their projects, their teams, their account. */
export const homeRoute = createRoute({ getParentRoute: () => rootRoute, id: 'home', component: HomeShell });
