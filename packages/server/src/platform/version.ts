import packageJson from '../../package.json' with { type: 'json' };

/** Of this server, as its package says. */
export const { version } = packageJson;
