import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a process answers at an address, whatever it says; rejects when it ends before. */
export async function waitForAnswer(server: ChildProcess, url: string): Promise<void> {
  while (!(await answers(url))) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error(`nothing came up at ${url}`);
    await pause(50);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}
