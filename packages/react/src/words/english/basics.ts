export const basicsEnglish = {
  'common.cancel': 'Cancel',
  'common.save': 'Save',
  'common.close': 'Close',
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  'common.loading': 'Loading…',
  'common.try_again': 'Try again',
  'error.unreachable': 'The server cannot be reached. Check your connection, then try again.',
  'error.busy': 'That was too often. Wait a moment, then try again.',
  'error.refused': 'The server refused this: {message}',
  'error.unexpected':
    'That did not work, and it is not your fault. Try again; if it stays, tell whoever runs this site.',
  'error.signed_out': 'You are no longer signed in. Sign in, then try again.',
} as const;
