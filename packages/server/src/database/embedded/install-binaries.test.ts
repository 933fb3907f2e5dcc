import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartError } from '../../platform/start-error.ts';
import { installBinaries } from './install-binaries.ts';
import { type BinariesPackage, locateBinaries } from './locate-binaries.ts';
import { isRoot } from './server-account.ts';
import { makeFolder } from './testing/data-folder.ts';

/** As small as one can be. */
function makePackage(): BinariesPackage {
  const directory = makeFolder();
  for (const [path, content] of [
    ['bin/initdb', '\0getpwuid\0'],
    ['bin/postgres', '\0getpwuid\0'],
    ['lib/library.so', 'code'],
  ] as const) {
    mkdirSync(join(directory, dirname(path)), { recursive: true });
    writeFileSync(join(directory, path), content);
    chmodSync(join(directory, path), 0o755);
  }
  return { directory, version: '18.0.0', platform: 'linux-x64' };
}

describe('installBinaries', () => {
  it('makes the links that npm cannot ship, so that the programs find their libraries', () => {
    const installation = installBinaries(locateBinaries(), makeFolder());
    expect(readlinkSync(join(installation, 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
    expect(execFileSync(join(installation, 'bin', 'initdb'), ['--version'], { env: {} }).toString()).toContain('18.');
  });

  it('is readable for the user of the server whatever the umask', () => {
    const umask = process.umask(0o077);
    const installation = installBinaries(locateBinaries(), makeFolder());
    process.umask(umask);
    expect(statSync(join(installation, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
    expect(statSync(join(installation, 'share', 'postgresql', 'postgres.bki')).mode & 0o777).toBe(0o644);
    expect(statSync(join(installation, 'share', 'postgresql')).mode & 0o777).toBe(0o755);
  });

  it('keeps a complete copy, and makes a damaged one anew', () => {
    const location = makeFolder();
    const source = locateBinaries();
    const installation = installBinaries(source, location);
    const made = statSync(installation).ino;
    expect(statSync(installBinaries(source, location)).ino).toBe(made);
    const library = join(installation, 'lib', 'postgresql', 'plpgsql.so');
    const size = statSync(library).size;
    // It may be the package's own file.
    rmSync(library);
    writeFileSync(library, '');
    installBinaries(source, location);
    expect(statSync(library).size).toBe(size);
  });

  it('replaces what a killed start left, and removes other versions', () => {
    const location = makeFolder();
    const source = locateBinaries();
    mkdirSync(join(location, 'postgresql-17.0.0-linux-x64', 'bin'), { recursive: true });
    mkdirSync(join(location, `postgresql-${source.version}-${source.platform}.new`, 'bin'), { recursive: true });
    mkdirSync(join(location, 'cluster'));
    const installation = installBinaries(source, location);
    expect(
      readdirSync(location)
        .map((name) => join(location, name))
        .sort(),
    ).toEqual([join(location, 'cluster'), installation]);
    expect(existsSync(join(installation, 'bin', 'postgres'))).toBe(true);
  });

  it('takes no room for files that it may share with the package, and shares no program, as it changes those', () => {
    const source = makePackage();
    const installation = installBinaries(source, makeFolder());
    const isShared = (path: string) =>
      statSync(join(installation, path)).ino === statSync(join(source.directory, path)).ino;
    expect(['lib/library.so', 'bin/initdb', 'bin/postgres'].map(isShared)).toEqual([true, false, false]);
  });

  it('shares no file that somebody else may change, or that the user of the server may not read', () => {
    const source = makePackage();
    const [writable, closed] = [join(source.directory, 'lib', 'library.so'), join(source.directory, 'share.txt')];
    chmodSync(writable, 0o777);
    writeFileSync(closed, 'text', { mode: 0o600 });
    const installation = installBinaries(source, makeFolder());
    expect(statSync(join(installation, 'lib', 'library.so')).mode & 0o777).toBe(0o755);
    expect(statSync(join(installation, 'share.txt')).mode & 0o777).toBe(0o644);
    expect([writable, closed].map((path) => statSync(path).mode & 0o777)).toEqual([0o777, 0o600]);
  });

  // Without root no file has another owner.
  if (isRoot()) {
    it('shares no file of another user', () => {
      const source = makePackage();
      const library = join(source.directory, 'lib', 'library.so');
      chownSync(library, 12345, 12345);
      const installation = installBinaries(source, makeFolder());
      expect(statSync(join(installation, 'lib', 'library.so')).uid).toBe(0);
      expect(statSync(library).uid).toBe(12345);
    });
  }

  it('leaves the package itself as npm installed it', () => {
    const source = locateBinaries();
    const program = join(source.directory, 'bin', 'initdb');
    const before = readFileSync(program);
    const installation = installBinaries(source, makeFolder());
    chmodSync(join(installation, 'bin', 'initdb'), 0o700);
    expect(readFileSync(program).equals(before)).toBe(true);
    expect(readFileSync(join(installation, 'bin', 'initdb')).equals(before)).toBe(false);
  });
});

describe('locateBinaries', () => {
  it.each(['linux-riscv64', 'linux-x64 with musl, as on Alpine', 'freebsd-x64'])(
    'says what to do on %s',
    (platform) => {
      expect(() => locateBinaries(platform)).toThrow(StartError);
      expect(() => locateBinaries(platform)).toThrow(
        `Latchkey brings no PostgreSQL for this platform (${platform}): set DATABASE_URL`,
      );
    },
  );

  it('says what to do when npm was told to leave the package out', () => {
    expect(() => locateBinaries('windows-x64')).toThrow('run npm install without --omit=optional, or set DATABASE_URL');
  });
});
