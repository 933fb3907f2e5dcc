import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { selectContactChannels } from './contact-channels.queries.ts';
import { createContactChannel } from './create-contact-channel.ts';
import { deleteContactChannel } from './delete-contact-channel.ts';
import { getContactChannel } from './get-contact-channel.ts';
import { presentContactChannel } from './present-contact-channel.ts';
import { sendContactChannelVerification, sendPrimaryEmailVerification } from './send-contact-channel-verification.ts';
import { updateContactChannel } from './update-contact-channel.ts';
import { checkContactChannelCode, verifyContactChannel } from './verify-contact-channel.ts';

export function contactChannels(api: Api, deps: Deps): void {
  api.on(routes.listContactChannels, async ({ caller, query }) => {
    const owner = { projectId: caller.project.id, userId: resolveOwnUserId(caller, query.user_id) };
    const channels = await selectContactChannels(deps.db, owner);
    return { items: channels.map(presentContactChannel), is_paginated: false as const };
  });

  api.on(routes.createContactChannel, async ({ caller, body, ip }) =>
    presentContactChannel(await createContactChannel(deps, caller, { ...body, ip })),
  );

  api.on(routes.getContactChannel, async ({ caller, params }) => {
    const userId = resolveOwnUserId(caller, params.user_id);
    const reference = { projectId: caller.project.id, userId, channelId: params.contact_channel_id };
    return presentContactChannel(await getContactChannel(deps.db, reference));
  });

  api.on(routes.updateContactChannel, async ({ caller, params, body, ip }) =>
    presentContactChannel(await updateContactChannel(deps, caller, params, { ...body, ip })),
  );

  api.on(routes.deleteContactChannel, async ({ caller, params }) => {
    await deleteContactChannel(deps, caller, params);
    return { success: true as const };
  });

  api.on(routes.sendContactChannelVerificationCode, async ({ caller, params, body }) => {
    await sendContactChannelVerification(deps, caller, params, body.callback_url);
    return { success: true as const };
  });

  api.on(routes.sendPrimaryEmailVerificationCode, async ({ caller, body }) => {
    await sendPrimaryEmailVerification(deps, caller, body);
    return { success: true as const };
  });

  api.on(routes.verifyContactChannel, async ({ caller, body, ip }) => {
    await verifyContactChannel(deps, caller, { code: body.code, ip });
    return { success: true as const };
  });

  api.on(routes.checkContactChannelVerificationCode, async ({ caller, body, ip }) => {
    await checkContactChannelCode(deps, caller, { code: body.code, ip });
    return { is_code_valid: true as const };
  });
}
