import { spawn } from 'node:child_process';
import { StartError } from '../../platform/start-error.ts';
import type { ServerAccount } from './server-account.ts';

export interface Program {
  path: string;
  arguments: string[];
  account: ServerAccount | undefined;
  /** The working folder: one that the account may enter. */
  folder: string;
  /** Given on standard input, where no list of processes shows it. */
  input?: string;
}

// Nothing of our own environment: LATCHKEY_SECRET is none of the server's business, and PGDATA and the like would change what it does.
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC' };

/** Runs one of PostgreSQL's programs to its end; throws a StartError with its last words when it fails. */
export async function runProgram(program: Program): Promise<void> {
  const child = spawn(program.path, program.arguments, {
    cwd: program.folder,
    env: serverEnvironment,
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
    ...program.account,
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  // A program that ends early closes its input; its exit status says more than the broken pipe.
  child.stdin.on('error', () => undefined).end(program.input ?? '');
  const status = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  if (status === 0) return;
  const lastWords = complaints.trim().split('\n').slice(-3).join(' ');
  throw new StartError(`The database could not be made (${program.path} ended with ${status}: ${lastWords}).`);
}
