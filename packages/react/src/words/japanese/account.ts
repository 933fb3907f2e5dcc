import type { accountEnglish } from '../english/account.ts';
import type { TranslationOf } from '../words.ts';

export const accountJapanese: TranslationOf<typeof accountEnglish> = {
  'account.unnamed': '名前未設定',
  'account.menu': 'アカウント: {name}',
  'account.settings': 'アカウント設定',
  'account.change_theme': 'テーマを切り替える',
  'account.teams_menu': 'あなたのチーム',
  'account.choose_team': 'チームを選択',
  'account.no_team': 'チームなし',
  'account.no_teams_yet': 'まだチームに参加していません',
  'account.create_team': 'チームを作成',
  'account.create_team_text': 'あなたが最初のメンバーとなり、ほかの人を招待できます。',
  'account.team_name': 'チーム名',
  'account.team_created': 'チームを作成しました。',
};
