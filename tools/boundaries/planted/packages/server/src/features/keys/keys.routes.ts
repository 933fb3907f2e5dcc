import fastify from 'fastify';
import { issueKey } from './issue-key.ts';

export const keyRoutes = [fastify, issueKey];
