import type { accountEnglish } from '../english/account.ts';
import type { TranslationOf } from '../words.ts';

export const accountGerman: TranslationOf<typeof accountEnglish> = {
  'account.unnamed': 'Noch ohne Namen',
  'account.menu': 'Konto: {name}',
  'account.settings': 'Kontoeinstellungen',
  'account.change_theme': 'Farbschema wechseln',
  'account.teams_menu': 'Ihre Teams',
  'account.choose_team': 'Team auswählen',
  'account.no_team': 'Kein Team',
  'account.no_teams_yet': 'Sie gehören noch zu keinem Team',
  'account.create_team': 'Team anlegen',
  'account.create_team_text': 'Sie werden das erste Mitglied und können andere einladen.',
  'account.team_name': 'Name des Teams',
  'account.team_created': 'Das Team ist angelegt.',
};
