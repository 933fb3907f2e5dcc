import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The one page of the dashboard, from which its code goes on. */
export interface Page {
  html: Buffer;
  /** Of its content: files of an installed package all have one date, and this one has one size whatever it refers to. */
  etag: string;
}

/** Reads the page anew each time, so that a build takes effect at once; null when there is none. */
export async function readPage(directory: string): Promise<Page | null> {
  try {
    const html = await readFile(path.join(directory, 'index.html'));
    return { html, etag: `"${createHash('sha256').update(html).digest('base64url')}"` };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
