import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // By name, so that the secret server key, which has the same prefix, can never get into the browser.
  envPrefix: ['STACK_API_URL', 'STACK_PROJECT_ID', 'STACK_PUBLISHABLE_CLIENT_KEY', 'NORTHWIND_API_URL'],
  server: { port: Number(process.env.PORT ?? 5173), strictPort: true },
});
