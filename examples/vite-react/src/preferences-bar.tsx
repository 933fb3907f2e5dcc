import type { Language, Theme } from '@latchkey/react';
import { languages, themes, type usePreferences } from './use-preferences.ts';
import type { Words } from './words.ts';

type PreferencesBarProps = ReturnType<typeof usePreferences> & { words: Words };

/** Language and colours, at the foot of every page. */
export function PreferencesBar({ words, language, setLanguage, theme, setTheme }: PreferencesBarProps) {
  return (
    <footer className="footer">
      <label>
        {words.language}{' '}
        <select value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.theme}{' '}
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          {themes.map((name) => (
            <option key={name} value={name}>
              {words[name]}
            </option>
          ))}
        </select>
      </label>
    </footer>
  );
}
