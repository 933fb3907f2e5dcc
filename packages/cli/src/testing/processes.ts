import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process of this id runs, and is no zombie. */
export function isRunning(pid: number): boolean {
  return /^State:\s+[^Z]/m.test(readProcess(pid, 'status'));
}

/** All processes below this one, such as PostgreSQL's. */
export function descendantsOf(pid: number): number[] {
  const parents = new Map(
    processIds().map((id) => [id, Number(/^PPid:\s+(\d+)/m.exec(readProcess(id, 'status'))?.[1])]),
  );
  const childrenOf = (parent: number): number[] => [...parents.keys()].filter((id) => parents.get(id) === parent);
  const below = (parent: number): number[] => childrenOf(parent).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** The processes whose command line names this folder: the postmaster of a data folder, or what makes one. */
export function processesOn(folder: string): number[] {
  return processIds().filter(
    (id) => id !== process.pid && isRunning(id) && readProcess(id, 'cmdline').includes(folder),
  );
}

/** Waits until `condition` holds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(5);
}

function processIds(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** Empty when the process is gone. */
function readProcess(pid: number, file: 'status' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
