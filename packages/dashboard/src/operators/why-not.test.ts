import { describe, expect, it } from 'vitest';
import { whyNobodyLeaves, whyTeamStays } from './why-not.ts';

describe('a team of operators', () => {
  it('keeps its last member while it owns projects, and says what to do', () => {
    expect(whyNobodyLeaves({ members: ['ada'], projects: ['shop'] })).toMatch(
      /owns a project cannot go.*Invite another/,
    );
    expect(whyNobodyLeaves({ members: ['ada'], projects: ['shop', 'mill'] })).toMatch(/owns 2 projects/);
    expect(whyNobodyLeaves({ members: ['ada', 'ben'], projects: ['shop'] })).toBeNull();
    expect(whyNobodyLeaves({ members: ['ada'], projects: [] })).toBeNull();
  });

  it('stays while it owns projects, whoever is in it', () => {
    expect(whyTeamStays({ members: ['ada', 'ben'], projects: ['shop'] })).toMatch(/owns a project cannot be deleted/);
    expect(whyTeamStays({ members: ['ada'], projects: [] })).toBeNull();
  });
});
