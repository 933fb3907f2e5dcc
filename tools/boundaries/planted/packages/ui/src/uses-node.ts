import { readFile } from 'node:fs/promises';

export const planted = readFile;
