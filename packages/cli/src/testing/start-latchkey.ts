import { onTestFinished } from 'vitest';
import { type CommandOptions, runLatchkey, type RunningCommand } from './run-latchkey.ts';
import { freePort } from './free-port.ts';

export interface StartOptions extends CommandOptions {
  dataFolder?: string;
  port?: number;
}

/** A server that has said that it runs, and what else it said. */
export interface StartedLatchkey extends RunningCommand {
  url: string;
  port: number;
  claimCode: string | undefined;
  /** The lines for an application's .env file. */
  applicationEnvironment: Record<string, string>;
}

/** `latchkey start`, once it is ready; rejects when it refuses to start. Stopped after the test. */
export async function startLatchkey(options: StartOptions): Promise<StartedLatchkey> {
  const port = options.port ?? (await freePort());
  const command = beginStart({ ...options, port });
  const output = await command.outputWith('Ctrl-C stops it');
  return {
    ...command,
    port,
    url: /running at (\S+)/.exec(output)?.[1] ?? '',
    claimCode: /Claim code: (\S+)/.exec(output)?.[1],
    applicationEnvironment: Object.fromEntries(
      [...output.matchAll(/^\s*(STACK_\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>,
  };
}

/** `latchkey start`, without waiting for anything; stopped after the test. */
export function beginStart({
  dataFolder,
  port,
  environment,
  ...options
}: StartOptions & { port: number }): RunningCommand {
  const command = runLatchkey(['start'], {
    ...options,
    environment: {
      PORT: String(port),
      ...(dataFolder !== undefined && { LATCHKEY_DATA_DIR: dataFolder }),
      ...environment,
    },
  });
  onTestFinished(async () => {
    await command.end('SIGTERM');
  });
  return command;
}
