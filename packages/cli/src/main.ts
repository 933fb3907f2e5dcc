#!/usr/bin/env node
import { Command } from 'commander';
import { start } from './start.ts';

const latchkey = new Command('latchkey').description('Run and operate a Latchkey installation.').showHelpAfterError();

latchkey
  .command('start')
  .description('Start the server, with its own PostgreSQL unless DATABASE_URL is set.')
  .action(start);

await latchkey.parseAsync();
