export * from '@latchkey/js';
import './hooks/install-hooks.ts';
export { useStackApp } from './hooks/use-stack-app.ts';
export { useUser, type UseUserOptions } from './hooks/use-user.ts';
export { AuthPage, type AuthPageProps } from './auth/auth-page.tsx';
export { EmailVerification } from './auth/email-verification.tsx';
export { ForgotPassword, type ForgotPasswordProps } from './auth/forgot-password.tsx';
export { PasswordReset, type CodePageProps } from './auth/password-reset.tsx';
export { SignIn, type SignInProps } from './auth/sign-in.tsx';
export { SignOut, type SignOutProps } from './auth/sign-out.tsx';
export { SignUp, type SignUpProps } from './auth/sign-up.tsx';
export { TeamInvitation } from './auth/team-invitation.tsx';
export { StackHandler, type StackHandlerProps } from './stack-handler/stack-handler.tsx';
export { StackProvider } from './provider/stack-provider.tsx';
export type { StackProviderProps, Theme } from './provider/stack-provider-props.ts';
export type { Language } from './words/load-words.ts';
export type { WordKey, WordOverrides } from './words/words.ts';
export { SelectedTeamSwitcher, type SelectedTeamSwitcherProps } from './account/selected-team-switcher.tsx';
export { UserButton, type UserButtonProps } from './account/user-button.tsx';
export { Frame, type FrameProps } from './frame/frame.tsx';
export { ApiKeys, type ApiKeysProps } from './api-keys/api-keys.tsx';
export type { ApiKeyFirstView, ApiKeyHolder, ApiKeyRecipient, HeldApiKey } from './api-keys/api-key-holder.ts';
export { ApiKeySecretDialog, type ApiKeySecretDialogProps } from './api-keys/api-key-secret-dialog.tsx';
export { type ApiKeyStatus, apiKeyStatus, type ApiKeyValidity } from './api-keys/api-key-status.ts';
export { type ApiKeyActions, ApiKeyTable, type ApiKeyTableProps } from './api-keys/api-key-table.tsx';
export type {
  ApiKeyFilter,
  ApiKeySort,
  ApiKeyView,
  ArrangedApiKeys,
  ListedApiKey,
} from './api-keys/arrange-api-keys.ts';
export { ChangeExpiryDialog } from './api-keys/change-expiry-dialog.tsx';
export { CreateApiKeyDialog, type CreateApiKeyDialogProps } from './api-keys/create-api-key-dialog.tsx';
export { type ChangeApiKeyDialogProps, RenameApiKeyDialog } from './api-keys/rename-api-key-dialog.tsx';
export { RevokeApiKeyDialog, type RevokeApiKeyDialogProps } from './api-keys/revoke-api-key-dialog.tsx';
export { type ApiKeyListState, useApiKeyList } from './api-keys/use-api-key-list.ts';
export { useCanManageApiKeys } from './api-keys/use-can-manage-api-keys.ts';
export { useCreateApiKey } from './api-keys/use-create-api-key.ts';
export { type KeyCreator, useKeyCreators } from './api-keys/use-key-creators.ts';
export { useRevokeApiKey } from './api-keys/use-revoke-api-key.ts';
export { useUpdateApiKey } from './api-keys/use-update-api-key.ts';
export { AccountSettings, type AccountSettingsProps } from './account-settings/account-settings.tsx';
