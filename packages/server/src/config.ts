import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from './platform/start-error.ts';

/** At least this many characters, where a secret faces more than this machine. */
const minSecretLength = 32;

const onOff = z.enum(['on', 'off'], { error: 'must be on or off' }).transform((value) => value === 'on');
const secretText = z.string().min(1, 'must not be empty');
const internalKey = secretText.max(512).optional();

/** Every variable the server reads, with its default; docs/configuration.md explains them to operators. */
const variables = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(1, 'must be 1 to 65535')
    .max(65_535, 'must be 1 to 65535')
    .default(8102),
  HOST: z.string().min(1).default('localhost'),
  LATCHKEY_URL: z.url({ protocol: /^https?$/, error: 'must be a URL such as https://keys.example.com' }).optional(),
  LATCHKEY_DATA_DIR: z.string().min(1).default('./.latchkey'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL such as postgres://user:password@host:5432/database' })
    .optional(),
  LATCHKEY_SECRET: secretText.optional(),
  LATCHKEY_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a URL such as smtp://user:password@host:587' })
    .optional(),
  LATCHKEY_MAIL_FROM: z.string().min(3).max(320).default('Latchkey <latchkey@localhost>'),
  LATCHKEY_RATE_LIMITS: onOff.default(true),
  LATCHKEY_OPERATOR_SIGN_UP: z.enum(['closed', 'open'], { error: 'must be closed or open' }).default('closed'),
  LATCHKEY_INTERNAL_PUBLISHABLE_CLIENT_KEY: internalKey,
  LATCHKEY_INTERNAL_SECRET_SERVER_KEY: internalKey,
  LATCHKEY_INTERNAL_SUPER_SECRET_ADMIN_KEY: internalKey,
  LATCHKEY_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(splitList)
    .refine((list) => list.every(isNetwork), 'must be addresses or networks such as 10.0.0.0/8, separated by commas'),
});

type VariableName = keyof z.infer<typeof variables>;

export interface Config {
  port: number;
  host: string;
  /** The origin in tokens and mails, without a trailing slash; null: this machine's, at the port. */
  publicUrl: string | null;
  dataDirectory: string;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Newest first; null: kept in the data folder. */
  secrets: string[] | null;
  smtpUrl: string | null;
  mailFrom: string;
  rateLimits: boolean;
  operatorSignUpOpen: boolean;
  internalKeys: {
    publishable_client?: string | undefined;
    secret_server?: string | undefined;
    super_secret_admin?: string | undefined;
  };
  trustedProxies: string[];
}

/**
 * Reads the configuration: the only place that looks at the environment.
 *
 * @throws StartError that names the variable and the fix
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const result = variables.safeParse(withFiles(environment));
  if (!result.success) {
    const [problem] = result.error.issues;
    throw new StartError(`The environment variable ${problem?.path.join('.')} ${problem?.message}.`);
  }
  const read = result.data;
  const config: Config = {
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.LATCHKEY_URL?.replace(/\/+$/, '') ?? null,
    dataDirectory: path.resolve(read.LATCHKEY_DATA_DIR),
    databaseUrl: read.DATABASE_URL ?? null,
    secrets: read.LATCHKEY_SECRET === undefined ? null : splitSecrets(read.LATCHKEY_SECRET),
    smtpUrl: read.LATCHKEY_SMTP_URL ?? null,
    mailFrom: read.LATCHKEY_MAIL_FROM,
    rateLimits: read.LATCHKEY_RATE_LIMITS,
    operatorSignUpOpen: read.LATCHKEY_OPERATOR_SIGN_UP === 'open',
    internalKeys: {
      publishable_client: read.LATCHKEY_INTERNAL_PUBLISHABLE_CLIENT_KEY,
      secret_server: read.LATCHKEY_INTERNAL_SECRET_SERVER_KEY,
      super_secret_admin: read.LATCHKEY_INTERNAL_SUPER_SECRET_ADMIN_KEY,
    },
    trustedProxies: read.LATCHKEY_TRUSTED_PROXIES,
  };
  refuseWeakInternalKeys(config);
  refuseMissingSecret(config);
  return config;
}

/** Each variable may be given as a file instead, `NAME_FILE`, as container platforms hand out secrets. */
function withFiles(environment: NodeJS.ProcessEnv): Partial<Record<VariableName, string>> {
  const values: Partial<Record<VariableName, string>> = {};
  for (const name of variables.keyof().options) {
    const file = environment[`${name}_FILE`];
    const value = file === undefined || file === '' ? environment[name] : readSecretFile(`${name}_FILE`, file);
    if (value !== undefined && value !== '') values[name] = value;
  }
  return values;
}

function readSecretFile(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new StartError(
      `The environment variable ${name} names ${file}, which cannot be read: check the path and its permissions.`,
    );
  }
}

function splitSecrets(value: string): string[] {
  const secrets = value.split(',').map((entry) => entry.trim());
  if (secrets.some((secret) => secret.length < minSecretLength)) {
    throw new StartError(
      `The environment variable LATCHKEY_SECRET must have at least ${minSecretLength} characters (in each part, when it is "new,former"): make one with "openssl rand -hex 32".`,
    );
  }
  return secrets;
}

function splitList(value: string): string[] {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** An IP address, or a network in the notation of RFC 4632 section 3.1. */
function isNetwork(entry: string): boolean {
  const [, address = '', prefixLength = '1'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const addressBits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return Number(prefixLength) >= 1 && Number(prefixLength) <= addressBits;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function refuseWeakInternalKeys({ host, internalKeys }: Config): void {
  const weak = Object.entries(internalKeys).find(([, key]) => key !== undefined && key.length < minSecretLength);
  if (weak === undefined || isLoopback(host)) return;
  throw new StartError(
    `The environment variable LATCHKEY_INTERNAL_${weak[0].toUpperCase()}_KEY must have at least ${minSecretLength} characters, since HOST is not a loopback address.`,
  );
}

function refuseMissingSecret({ databaseUrl, secrets }: Config): void {
  if (databaseUrl === null || secrets !== null) return;
  throw new StartError(
    'The environment variable LATCHKEY_SECRET is missing: with DATABASE_URL every node needs the same one, made once with "openssl rand -hex 32".',
  );
}
