import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import type { Deps } from '../../platform/deps.ts';
import { setPassword, updatePassword } from './change-password.ts';
import { checkPasswordResetCode, resetPassword } from './reset-password.ts';
import { sendPasswordResetCode } from './send-password-reset-code.ts';
import { type SignedIn, signInWithPassword } from './sign-in-with-password.ts';
import { signUpWithPassword } from './sign-up-with-password.ts';

export function passwords(api: Api, deps: Deps): void {
  api.on(routes.signUpWithPassword, async ({ caller, body, ip }) => {
    const { email, password, verification_callback_url: callbackUrl } = body;
    return presentSignedIn(await signUpWithPassword(deps, caller, { email, password, callbackUrl, ip }));
  });

  api.on(routes.signInWithPassword, async ({ caller, body, ip }) => {
    return presentSignedIn(await signInWithPassword(deps, caller, { ...body, ip }));
  });

  api.on(routes.updatePassword, async ({ caller, body }) => {
    await updatePassword(deps, caller, { oldPassword: body.old_password, newPassword: body.new_password });
    return { success: true as const };
  });

  api.on(routes.setPassword, async ({ caller, body }) => {
    await setPassword(deps, caller, body);
    return { success: true as const };
  });

  api.on(routes.sendPasswordResetCode, async ({ caller, body, ip }) => {
    await sendPasswordResetCode(deps, caller, { email: body.email, callbackUrl: body.callback_url, ip });
    return { success: true as const };
  });

  api.on(routes.resetPassword, async ({ caller, body, ip }) => {
    await resetPassword(deps, caller, { ...body, ip });
    return { success: true as const };
  });

  api.on(routes.checkPasswordResetCode, async ({ caller, body, ip }) => {
    await checkPasswordResetCode(deps, caller, { ...body, ip });
    return { is_code_valid: true as const };
  });
}

function presentSignedIn({ accessToken, refreshToken, userId }: SignedIn) {
  return { access_token: accessToken, refresh_token: refreshToken, user_id: userId };
}
