import type { basicsEnglish } from '../english/basics.ts';
import type { TranslationOf } from '../words.ts';

export const basicsArabic: TranslationOf<typeof basicsEnglish> = {
  'common.cancel': 'إلغاء',
  'common.save': 'حفظ',
  'common.close': 'إغلاق',
  'common.copy': 'نسخ',
  'common.copied': 'تم النسخ',
  'common.loading': 'جارٍ التحميل…',
  'common.try_again': 'حاول مرة أخرى',
  'error.unreachable': 'تعذّر الوصول إلى الخادم. تحقّق من اتصالك ثم حاول مرة أخرى.',
  'error.busy': 'محاولات كثيرة جدًا. انتظر قليلًا ثم حاول مرة أخرى.',
  'error.refused': 'رفض الخادم هذا الطلب: {message}',
  'error.unexpected': 'لم ينجح ذلك، وليس الخطأ منك. حاول مرة أخرى، وإن استمر الأمر فأبلغ القائمين على هذا الموقع.',
  'error.signed_out': 'لم تعد مسجّل الدخول. سجّل الدخول ثم حاول مرة أخرى.',
};
