export const command = 'latchkey';
