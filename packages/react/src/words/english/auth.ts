export const authEnglish = {} as const;
