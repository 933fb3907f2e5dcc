import type { RunningServer } from '@latchkey/server';
import { describeStart } from './describe-start.ts';

// npm passes on the Ctrl-C that the terminal has sent already: within this time it is the same press, not a second one.
const samePressMillis = 1000;

/** `latchkey start`: the server, in this process, until SIGINT or SIGTERM. */
export async function start(): Promise<void> {
  // Loaded here, so that the other commands do not wait for a server they never start.
  const { startServer, StartError } = await import('@latchkey/server');
  try {
    const server = await startServer(process.env);
    console.log(describeStart(server));
    await untilStopped(server);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Waits for a signal, or for a failure that the server cannot survive; then drains. A second signal does not wait. */
async function untilStopped(server: RunningServer): Promise<void> {
  const reason = await Promise.race([signal('SIGINT'), signal('SIGTERM'), server.failure]);
  if (reason instanceof Error) {
    console.error(reason.message);
    process.exitCode = 1;
  }
  const stoppingSince = Date.now();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (Date.now() - stoppingSince > samePressMillis) process.exit(130);
    });
  }
  await server.stop();
}

function signal(name: 'SIGINT' | 'SIGTERM'): Promise<string> {
  return new Promise((resolve) => process.on(name, () => resolve(name)));
}
