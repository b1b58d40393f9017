/**
 * The language of the page. Chinese is the source of truth; English is checked against it by the
 * compiler. Only the dictionary in use is loaded, and the choice is remembered in this browser.
 */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { zh } from './text/zh';

export type Language = 'zh' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'page';
    resources: { page: typeof zh };
    returnNull: false;
  }
}

const remembered = 'zhirong.language';

export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(remembered);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

async function dictionary(language: Language): Promise<typeof zh> {
  return language === 'zh' ? (await import('./text/zh')).zh : (await import('./text/en')).en;
}

/** Resolves once the page can be drawn in that language. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      ns: ['page'],
      defaultNS: 'page',
      resources: {},
      interpolation: { escapeValue: false },
    });
  }
  i18next.addResourceBundle(language, 'page', await dictionary(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  localStorage.setItem(remembered, language);
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

/** The translator and the language in one call; every component with words starts with it. */
export function useText() {
  const { t } = useTranslation();
  return { t, language: currentLanguage() };
}

/** Groups of words for what the server names but does not describe. */
type NamedGroup = 'cellUnit' | 'journalAction' | 'ruleTable' | 'ruleColumn' | 'ruleValue';

/** Our word for a name of the server's, or the bare name where we have none. */
export function useWordFor() {
  const { t } = useTranslation();
  return (group: NamedGroup, name: string): string => {
    const key = `${group}.${name}`;
    return i18next.exists(key) ? t(key as 'cellUnit.fen') : name;
  };
}
