import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { latchkeyCommand } from './latchkey-command.ts';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A `latchkey` command in a process of its own, with what it has written so far. */
export interface RunningCommand {
  pid: number;
  output(): string;
  errors(): string;
  exit: Promise<Exit>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Exit>;
  /** Resolves with the output once it contains `text`; rejects when the command ends without having said so. */
  outputWith(text: string): Promise<string>;
}

export interface CommandOptions {
  environment?: Record<string, string>;
  /** Only root may choose. */
  uid?: number | undefined;
  /** Another copy of the built command. */
  command?: string;
}

/** Runs the built command on nothing but the environment given: none of the variables that the tests themselves run with. */
export function runLatchkey(words: string[], options: CommandOptions = {}): RunningCommand {
  const child = spawn(process.execPath, [options.command ?? latchkeyCommand, ...words], {
    cwd: '/',
    env: { PATH: process.env.PATH, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  });
  const output = collect(child.stdout);
  const errors = collect(child.stderr);
  // 'close', not 'exit': the last words are read by then.
  const exit = new Promise<Exit>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  return {
    pid: child.pid ?? 0,
    output: () => output.text,
    errors: () => errors.text,
    exit,
    async end(signal) {
      child.kill(signal);
      return exit;
    },
    async outputWith(text) {
      while (!output.text.includes(text)) {
        const end = await Promise.race([exit, once(child.stdout, 'data').then(() => undefined)]);
        if (end !== undefined && !output.text.includes(text)) {
          throw new Error(`ended (${JSON.stringify(end)}) without "${text}": ${output.text}${errors.text}`);
        }
      }
      return output.text;
    },
  };
}

function collect(stream: NodeJS.ReadableStream): { text: string } {
  const collected = { text: '' };
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => (collected.text += chunk));
  return collected;
}
