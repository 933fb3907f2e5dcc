import type { basicsEnglish } from '../english/basics.ts';
import type { TranslationOf } from '../words.ts';

export const basicsJapanese: TranslationOf<typeof basicsEnglish> = {
  'common.cancel': 'キャンセル',
  'common.save': '保存',
  'common.close': '閉じる',
  'common.copy': 'コピー',
  'common.copied': 'コピーしました',
  'common.loading': '読み込み中…',
  'common.try_again': 'もう一度試す',
  'error.unreachable': 'サーバーに接続できません。接続を確認して、もう一度お試しください。',
  'error.busy': '回数が多すぎます。しばらく待ってから、もう一度お試しください。',
  'error.refused': 'サーバーが拒否しました: {message}',
  'error.unexpected':
    'うまくいきませんでした。あなたの操作が原因ではありません。もう一度お試しいただき、解決しない場合はこのサイトの運営者にご連絡ください。',
  'error.signed_out': 'すでにサインアウトされています。サインインしてから、もう一度お試しください。',
};
