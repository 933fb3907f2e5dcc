#!/usr/bin/env node
// Not the built file itself: npm links a command at install, when nothing is built yet.
await import(new URL('../dist/main.js', import.meta.url).href);
