import type { accountEnglish } from '../english/account.ts';
import type { TranslationOf } from '../words.ts';

export const accountArabic: TranslationOf<typeof accountEnglish> = {
  'account.unnamed': 'بلا اسم بعد',
  'account.menu': 'الحساب: {name}',
  'account.settings': 'إعدادات الحساب',
  'account.change_theme': 'تبديل المظهر',
  'account.teams_menu': 'فرقك',
  'account.choose_team': 'اختر فريقًا',
  'account.no_team': 'بلا فريق',
  'account.no_teams_yet': 'لست في أي فريق بعد',
  'account.create_team': 'إنشاء فريق',
  'account.create_team_text': 'تصبح أول أعضائه، ويمكنك دعوة آخرين.',
  'account.team_name': 'اسم الفريق',
  'account.team_created': 'تم إنشاء الفريق.',
};
