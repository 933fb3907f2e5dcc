export const start = () => import('@latchkey/server');
