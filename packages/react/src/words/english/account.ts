export const accountEnglish = {
  'account.unnamed': 'No name yet',
  'account.menu': 'Account: {name}',
  'account.settings': 'Account settings',
  'account.change_theme': 'Change theme',
  'account.teams_menu': 'Your teams',
  'account.choose_team': 'Choose a team',
  'account.no_team': 'No team',
  'account.no_teams_yet': 'You are in no team yet',
  'account.create_team': 'Create team',
  'account.create_team_text': 'You become its first member, and can invite others.',
  'account.team_name': 'Name of the team',
  'account.team_created': 'The team is created.',
} as const;
