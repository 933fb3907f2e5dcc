#!/usr/bin/env node
import { Command } from 'commander';
import { resetOperator } from './reset-operator.ts';
import { start } from './start.ts';

const latchkey = new Command('latchkey').description('Run and operate a Latchkey installation.').showHelpAfterError();

latchkey
  .command('start')
  .description('Start the server, with its own PostgreSQL unless DATABASE_URL is set.')
  .action(start);

latchkey
  .command('operator')
  .description('Manage those who operate the installation.')
  .command('reset')
  .description('Give an operator a new password, or list the operators when none is named.')
  .argument('[email]', 'the address that the operator signs in with')
  .action(resetOperator);

await latchkey.parseAsync();
