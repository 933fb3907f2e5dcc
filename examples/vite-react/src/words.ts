import type { Language } from '@latchkey/react';

/** The words of Northwind's own pages; the components bring theirs along. */
export interface Words {
  home: string;
  keys: string;
  keysOf: string;
  yourKeys: string;
  teamKeys: string;
  title: string;
  introduction: string;
  signUp: string;
  signIn: string;
  createKey: string;
  useKey: string;
  noTeam: string;
  notAllowed: string;
  language: string;
  theme: string;
  system: string;
  light: string;
  dark: string;
}

export const words: Record<Language, Words> = {
  en: {
    home: 'Home',
    keys: 'API keys',
    keysOf: 'Whose API keys',
    yourKeys: 'Yours',
    teamKeys: 'Your team’s',
    title: 'Invoices for your programs',
    introduction: 'Northwind writes the invoices. Your programs fetch them, each with an API key that you can revoke.',
    signUp: 'Sign up',
    signIn: 'Sign in',
    createKey: 'Manage API keys',
    useKey: 'Your program then asks for its invoices like this:',
    noTeam: 'You are in no team yet. Create one with the switch at the top of the page.',
    notAllowed: 'Only members who may manage API keys see those of this team. Ask whoever runs it.',
    language: 'Language',
    theme: 'Colours',
    system: 'Like the system',
    light: 'Light',
    dark: 'Dark',
  },
  de: {
    home: 'Start',
    keys: 'API-Schlüssel',
    keysOf: 'Wessen API-Schlüssel',
    yourKeys: 'Ihre',
    teamKeys: 'Die Ihres Teams',
    title: 'Rechnungen für Ihre Programme',
    introduction:
      'Northwind schreibt die Rechnungen. Ihre Programme holen sie ab, jedes mit einem API-Schlüssel, den Sie widerrufen können.',
    signUp: 'Registrieren',
    signIn: 'Anmelden',
    createKey: 'API-Schlüssel verwalten',
    useKey: 'So fragt Ihr Programm dann nach seinen Rechnungen:',
    noTeam: 'Sie sind noch in keinem Team. Legen Sie oben auf der Seite eines an.',
    notAllowed: 'Nur wer API-Schlüssel verwalten darf, sieht die dieses Teams. Fragen Sie, wer es leitet.',
    language: 'Sprache',
    theme: 'Farben',
    system: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
  },
  ja: {
    home: 'ホーム',
    keys: 'API キー',
    keysOf: 'API キーの所有者',
    yourKeys: '自分のキー',
    teamKeys: 'チームのキー',
    title: 'プログラムのための請求書',
    introduction:
      'Northwind が請求書を作成し、あなたのプログラムがそれを取得します。プログラムごとの API キーは、いつでも失効できます。',
    signUp: '登録',
    signIn: 'ログイン',
    createKey: 'API キーを管理',
    useKey: 'プログラムは次のように請求書を取得します。',
    noTeam: 'まだチームに参加していません。ページ上部の切り替えから作成してください。',
    notAllowed: 'このチームの API キーは、管理を許可されたメンバーだけに表示されます。チームの管理者にお尋ねください。',
    language: '言語',
    theme: '配色',
    system: 'システムに合わせる',
    light: 'ライト',
    dark: 'ダーク',
  },
  ar: {
    home: 'الرئيسية',
    keys: 'مفاتيح API',
    keysOf: 'صاحب مفاتيح API',
    yourKeys: 'مفاتيحك',
    teamKeys: 'مفاتيح فريقك',
    title: 'فواتير لبرامجك',
    introduction: 'تكتب Northwind الفواتير، وتجلبها برامجك، لكل برنامج مفتاح API يمكنك إبطاله.',
    signUp: 'إنشاء حساب',
    signIn: 'تسجيل الدخول',
    createKey: 'إدارة مفاتيح API',
    useKey: 'بعد ذلك يطلب برنامجك فواتيره هكذا:',
    noTeam: 'لست في أي فريق بعد. أنشئ فريقًا من القائمة في أعلى الصفحة.',
    notAllowed: 'لا يرى مفاتيح هذا الفريق إلا الأعضاء المسموح لهم بإدارتها. اسأل من يديره.',
    language: 'اللغة',
    theme: 'الألوان',
    system: 'مثل النظام',
    light: 'فاتح',
    dark: 'داكن',
  },
};
