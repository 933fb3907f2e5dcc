import type { Language, Theme } from '@latchkey/react';
import { useEffect, useState } from 'react';

export const languages: Record<Language, string> = { en: 'English', de: 'Deutsch', ja: '日本語', ar: 'العربية' };
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** What this browser wants to see; kept for the next visit, and told to the page as a whole. */
export function usePreferences() {
  const [language, setLanguage] = useState(() => recall('language', Object.keys(languages) as Language[]));
  const [theme, setTheme] = useState(() => recall('theme', themes));

  useEffect(() => {
    const page = document.documentElement;
    page.lang = language;
    page.dir = language === 'ar' ? 'rtl' : 'ltr';
    page.dataset.theme = theme;
    localStorage.setItem('language', language);
    localStorage.setItem('theme', theme);
  }, [language, theme]);

  return { language, setLanguage, theme, setTheme };
}

/** What was chosen last, or the first choice. */
function recall<Choice extends string>(name: string, [first, ...others]: readonly Choice[]): Choice {
  return others.find((choice) => choice === localStorage.getItem(name)) ?? (first as Choice);
}
