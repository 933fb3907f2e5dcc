import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '@latchkey/react/styles.css';
import './northwind.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './application.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has an element to render into.');

createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
