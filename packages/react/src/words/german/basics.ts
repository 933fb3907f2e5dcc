import type { basicsEnglish } from '../english/basics.ts';
import type { TranslationOf } from '../words.ts';

export const basicsGerman: TranslationOf<typeof basicsEnglish> = {
  'common.cancel': 'Abbrechen',
  'common.save': 'Speichern',
  'common.close': 'Schließen',
  'common.copy': 'Kopieren',
  'common.copied': 'Kopiert',
  'common.loading': 'Wird geladen …',
  'common.try_again': 'Erneut versuchen',
  'error.unreachable': 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'error.busy': 'Das war zu oft. Warten Sie einen Moment und versuchen Sie es erneut.',
  'error.refused': 'Der Server hat dies abgelehnt: {message}',
  'error.unexpected':
    'Das hat nicht geklappt, und es liegt nicht an Ihnen. Versuchen Sie es erneut; bleibt es dabei, wenden Sie sich an den Betreiber dieser Seite.',
  'error.signed_out': 'Sie sind nicht mehr angemeldet. Melden Sie sich an und versuchen Sie es erneut.',
};
