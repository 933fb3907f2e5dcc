import type { RunningServer } from '@latchkey/server';
import { describeStart } from './describe-start.ts';

// npm passes on the Ctrl-C that the terminal has sent already: within this time it is the same press, not a second one.
const samePressMillis = 1000;

/**
 * `latchkey start`: the server, in this process, until SIGINT or SIGTERM. Stopping when told to is a success, exit code 0,
 * so that no supervisor takes it for a crash; only a second signal, which does not wait, gives 130.
 */
export async function start(): Promise<void> {
  const stopRequest = watchSignals();
  // Loaded here, so that the other commands do not wait for a server they never start.
  const { startServer, StartError } = await import('@latchkey/server');
  try {
    const server = await startServer(process.env);
    if (!stopRequest.isMade()) console.log(describeStart(server));
    await untilStopped(server, stopRequest.made);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** From the first moment on: a start that is broken off has to stop what it has begun, too. */
function watchSignals(): { made: Promise<void>; isMade(): boolean } {
  let firstAt: number | undefined;
  const made = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.on(name, () => {
        firstAt ??= Date.now();
        if (Date.now() - firstAt > samePressMillis) process.exit(130);
        resolve();
      });
    }
  });
  return { made, isMade: () => firstAt !== undefined };
}

/** Waits for the request, or for a failure that the server cannot survive; then drains. */
async function untilStopped(server: RunningServer, stopRequest: Promise<void>): Promise<void> {
  const failure = await Promise.race([stopRequest, server.failure]);
  if (failure !== undefined) {
    console.error(failure.message);
    process.exitCode = 1;
  }
  await server.stop();
}
