/** What the components say. The other languages have the same keys; placeholders between braces stay as they are. */
export const english = {
  'common.cancel': 'Cancel',
} as const;
