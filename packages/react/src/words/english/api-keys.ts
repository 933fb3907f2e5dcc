export const apiKeysEnglish = {} as const;
