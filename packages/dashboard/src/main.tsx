import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Dashboard } from './app/dashboard.tsx';
// Here and not in the style sheet, whose imports are resolved without the condition that finds sources.
import '@latchkey/react/styles.css';
import './styles/index.css';

const element = document.getElementById('dashboard');
if (element === null) throw new Error('index.html has no element #dashboard.');
createRoot(element).render(
  <StrictMode>
    <Dashboard />
  </StrictMode>,
);
