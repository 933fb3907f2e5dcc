import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Dashboard } from './app/dashboard.tsx';
import './styles/index.css';

const element = document.getElementById('dashboard');
if (element === null) throw new Error('index.html has no element #dashboard.');
createRoot(element).render(
  <StrictMode>
    <Dashboard />
  </StrictMode>,
);
