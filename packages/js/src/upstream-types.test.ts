import { expectTypeOf, it } from 'vitest';
import {
  type AdminTeamPermissionDefinition,
  type CurrentServerUser,
  type CurrentUser,
  type GetCurrentUserOptions,
  type HandlerUrls,
  type ServerListUsersOptions,
  type ServerTeamCreateOptions,
  type ServerUser,
  type StackAdminApp,
  type StackClientApp,
  type StackClientAppConstructorOptions,
  type StackServerApp,
  type User,
} from './index.ts';

it('lets programs name types as the official SDK does', () => {
  expectTypeOf<CurrentUser | ServerUser | CurrentServerUser>().toExtend<User>();
  expectTypeOf<ConstructorParameters<typeof StackClientApp<true>>[0]>().toEqualTypeOf<
    StackClientAppConstructorOptions<true>
  >();
  expectTypeOf<GetCurrentUserOptions<true> | undefined>().toExtend<Parameters<StackClientApp<true>['getUser']>[0]>();
  expectTypeOf<Parameters<StackServerApp['createTeam']>[0]>().toEqualTypeOf<ServerTeamCreateOptions>();
  expectTypeOf<Parameters<StackServerApp['listUsers']>[0]>().toEqualTypeOf<ServerListUsersOptions | undefined>();
  expectTypeOf<StackServerApp['urls']>().toExtend<HandlerUrls>();
  expectTypeOf<
    StackAdminApp['createTeamPermissionDefinition']
  >().returns.resolves.toEqualTypeOf<AdminTeamPermissionDefinition>();
});
