import type { NextConfig } from 'next';

const config: NextConfig = {
  distDir: 'dist',
  // This folder, not the repository around it, which has a lockfile too.
  turbopack: { root: import.meta.dirname },
};

export default config;
