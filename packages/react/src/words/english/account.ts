export const accountEnglish = {} as const;
