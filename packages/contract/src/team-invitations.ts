import { z } from 'zod';
import { route } from './route.ts';
import { callbackUrl, email, id, idOrMe, listOf, page, success, text } from './shapes.ts';
import { verificationCodeErrors } from './verification-codes.ts';

export const teamInvitation = z.strictObject({
  id,
  team_id: id,
  team_display_name: z.string(),
  expires_at_millis: z.number(),
  recipient_email: z.string(),
});

const presentedCode = z.strictObject({ code: text(512) });

const acceptanceErrors = [
  'USER_AUTHENTICATION_REQUIRED',
  'TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED',
  'TEAM_INVITATION_EMAIL_MISMATCH',
] as const;

const invitingErrors = [
  'USER_AUTHENTICATION_REQUIRED',
  'TEAM_MEMBERSHIP_NOT_FOUND',
  'TEAM_PERMISSION_REQUIRED',
] as const;

export const teamInvitationRoutes = {
  sendTeamInvitation: route({
    method: 'POST',
    path: '/team-invitations/send-code',
    access: 'client',
    summary: 'Mails an invitation to a team, with a link that holds its code; a client needs `$invite_members`.',
    body: z.strictObject({ email, team_id: id, callback_url: callbackUrl }),
    answer: success,
    errors: [...invitingErrors, 'TEAM_NOT_FOUND', 'REDIRECT_URL_NOT_WHITELISTED'],
  }),
  acceptTeamInvitation: route({
    method: 'POST',
    path: '/team-invitations/accept',
    access: 'client',
    summary: 'Makes the signed-in user a member of the team that the code invites to; works once.',
    body: presentedCode,
    answer: z.strictObject({}),
    errors: [...acceptanceErrors, ...verificationCodeErrors],
  }),
  checkTeamInvitationCode: route({
    method: 'POST',
    path: '/team-invitations/accept/check-code',
    access: 'client',
    summary: 'Tells whether the code of an invitation could be accepted, without using it.',
    body: presentedCode,
    answer: z.strictObject({ is_code_valid: z.literal(true) }),
    errors: verificationCodeErrors,
  }),
  getTeamInvitationDetails: route({
    method: 'POST',
    path: '/team-invitations/accept/details',
    access: 'client',
    summary: 'Tells which team the code of an invitation invites to, without using it.',
    body: presentedCode,
    answer: z.strictObject({ team_id: id, team_display_name: z.string() }),
    errors: verificationCodeErrors,
  }),
  listTeamInvitations: route({
    method: 'GET',
    path: '/team-invitations',
    access: 'client',
    summary:
      "Lists the open invitations that a team has sent (a client needs `$invite_members`), or those sent to a user's verified addresses; newest first.",
    query: z
      .strictObject({ ...page, team_id: id.optional(), user_id: idOrMe.optional() })
      .refine(
        ({ team_id, user_id }) => (team_id === undefined) !== (user_id === undefined),
        'name either a team_id or a user_id',
      ),
    answer: listOf(teamInvitation),
    errors: [...invitingErrors, 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  revokeTeamInvitation: route({
    method: 'DELETE',
    path: '/team-invitations/:invitation_id',
    access: 'client',
    summary: 'Withdraws an invitation, so that its link no longer works; a client needs `$invite_members`.',
    params: z.strictObject({ invitation_id: id }),
    query: z.strictObject({ team_id: id }),
    answer: success,
    errors: [...invitingErrors, 'VERIFICATION_CODE_NOT_FOUND'],
  }),
  acceptTeamInvitationById: route({
    method: 'POST',
    path: '/team-invitations/:invitation_id/accept',
    access: 'client',
    summary: "Accepts an invitation that was sent to one of the user's verified addresses.",
    params: z.strictObject({ invitation_id: id }),
    query: z.strictObject({ user_id: idOrMe }),
    answer: z.strictObject({}),
    errors: [
      'USER_AUTHENTICATION_REQUIRED',
      'CANNOT_GET_OWN_USER_WITHOUT_USER',
      'TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED',
      'VERIFICATION_CODE_NOT_FOUND',
      'VERIFICATION_CODE_EXPIRED',
      'VERIFICATION_CODE_ALREADY_USED',
    ],
  }),
};
