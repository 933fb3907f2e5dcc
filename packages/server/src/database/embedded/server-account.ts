import { chown, readFile, stat } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import { hashPath } from './hash-path.ts';

/** The numeric user and group that PostgreSQL runs under when this process is root. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

// Above the ids that adduser reaches in practice, below those of systemd's dynamic users (61184) and of user namespaces (100000).
const firstId = 50_000;
const idCount = 9_000;

/** Whether this process is root, which PostgreSQL refuses to run as. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * Chooses the account for a cluster of `dataFolder`: its owner, where it exists, so that one made without root keeps working
 * after a start as root; else one that is picked.
 *
 * @throws StartError when root owns the cluster
 */
export async function chooseServerAccount(dataFolder: string, cluster: string): Promise<ServerAccount> {
  const picked = await pickServerAccount(dataFolder);
  const found = await stat(cluster).catch(() => undefined);
  if (found === undefined) return picked;
  if (found.uid !== 0) return { uid: found.uid, gid: found.gid };
  throw new StartError(
    `${cluster} belongs to root, as after a copy, but PostgreSQL does not run as root: give it to its user with chown -R ${picked.uid}:${picked.gid} ${cluster}.`,
  );
}

/**
 * Picks the account of the installation in `dataFolder`: always the same one for the same folder, another one for another folder.
 *
 * An id of its own, not `nobody`: whoever shares the id could read the cluster. No line is added to /etc/passwd, because an id
 * needs none to own files and run processes.
 */
export async function pickServerAccount(dataFolder: string): Promise<ServerAccount> {
  const taken = new Set([...(await listIds('/etc/passwd')), ...(await listIds('/etc/group'))]);
  let offset = Number.parseInt(hashPath(dataFolder).slice(0, 8), 16) % idCount;
  while (taken.has(firstId + offset)) offset = (offset + 1) % idCount;
  return { uid: firstId + offset, gid: firstId + offset };
}

/** Gives a file or folder of ours to the account; nothing to do when PostgreSQL runs under our own. */
export async function giveTo(account: ServerAccount | undefined, path: string): Promise<void> {
  if (account !== undefined) await chown(path, account.uid, account.gid);
}

/** The topmost folder on the way down to `folder`, itself included, that the account may not enter. */
export async function findClosedFolder(folder: string, account: ServerAccount): Promise<string | undefined> {
  for (const ancestor of listAncestors(folder)) {
    if (!mayEnter(account, await stat(ancestor))) return ancestor;
  }
  return undefined;
}

function listAncestors(folder: string): string[] {
  return folder === parse(folder).root ? [folder] : [...listAncestors(dirname(folder)), folder];
}

function mayEnter(account: ServerAccount, folder: { uid: number; gid: number; mode: number }): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

async function listIds(file: string): Promise<number[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const id = line.split(':')[2];
    return id === undefined ? [] : [Number(id)];
  });
}
