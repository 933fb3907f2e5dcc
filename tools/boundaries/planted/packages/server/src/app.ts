import fastify from 'fastify';
import { errorCode } from '@latchkey/contract';
import { issueKey } from './features/keys/index.ts';
import { openTransaction } from './database/transaction.ts';

export const createApp = () => [fastify, errorCode, issueKey, openTransaction];
