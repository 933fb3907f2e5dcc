/// <reference types="vite/client" />
import '@latchkey/ui/styles.css';
import { Root, Toasts } from '@latchkey/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ButtonsPart } from './buttons-part.tsx';
import { DisplayPart } from './display-part.tsx';
import { FieldsPart } from './fields-part.tsx';
import { KeysPart } from './keys-part.tsx';
import { OverlaysPart } from './overlays-part.tsx';
import { SettingsPart } from './settings-part.tsx';

/** `?theme=dark&dir=rtl`; without a theme, that of the system. */
const asked = new URLSearchParams(location.search);
const theme = (['light', 'dark'] as const).find((name) => name === asked.get('theme')) ?? 'system';
const dir = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';

const place = document.getElementById('gallery');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Root theme={theme} dir={dir} lang="en" className="gallery-page">
        <Toasts dismissLabel="Dismiss">
          <main className="gallery">
            <KeysPart />
            <ButtonsPart />
            <FieldsPart />
            <OverlaysPart />
            <DisplayPart />
            <SettingsPart />
          </main>
        </Toasts>
      </Root>
    </StrictMode>,
  );
}
