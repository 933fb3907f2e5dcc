import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ReactNode } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  AccountSettings,
  ApiKeys,
  SelectedTeamSwitcher,
  SignIn,
  StackClientApp,
  StackHandler,
  StackProvider,
  type StackProviderProps,
  UserButton,
  useUser,
} from '../index.ts';

// Nothing listens there: a server that asked anybody would fail.
const app = new StackClientApp({
  baseUrl: 'http://127.0.0.1:9',
  projectId: '296c13b6-4a8f-4675-9f57-df8b19594099',
  tokenStore: 'cookie',
});

function page(children: ReactNode, props: Partial<StackProviderProps> = {}) {
  return (
    <StackProvider app={app} {...props}>
      <p>Around it</p>
      {children}
    </StackProvider>
  );
}

async function stream(element: ReactNode): Promise<{ html: string; digests: unknown[] }> {
  const digests: unknown[] = [];
  const body = new PassThrough();
  const { pipe } = renderToPipeableStream(element, {
    onError: (error) => void digests.push((error as { digest?: unknown }).digest),
    onAllReady: () => pipe(body),
  });
  return { html: await text(body), digests };
}

describe.each<[name: string, element: ReactNode]>([
  ['ApiKeys', <ApiKeys key="" />],
  ['AccountSettings', <AccountSettings key="" fullPage />],
  ['SignIn', <SignIn key="" />],
  ['StackHandler', <StackHandler key="" location="/handler/sign-in?code=x" />],
  ['UserButton', <UserButton key="" />],
  ['SelectedTeamSwitcher', <SelectedTeamSwitcher key="" />],
])('<%s/> on a server', (_name, element) => {
  it('is what it waits with, and leaves what is around it as it is', () => {
    const html = renderToString(page(element));
    expect(html).toContain('<p>Around it</p>');
    expect(html).toContain('lk-root');
  });

  it('is streamed to its end without an error', async () => {
    const { html, digests } = await stream(page(element));
    expect(html).toContain('lk-root');
    expect(digests).toEqual([]);
  });
});

describe('on a server', () => {
  it('a hook shows what the nearest Suspense has, and says by a digest that frameworks know that nothing is wrong', async () => {
    const Name = () => useUser()?.displayName;
    expect(renderToString(page(<Name />, { fallback: <p>Loading</p> }))).toContain('<p>Loading</p>');
    expect((await stream(page(<Name />))).digests).toEqual(['BAILOUT_TO_CLIENT_SIDE_RENDERING']);
  });

  it('a language that is loaded on demand is streamed, too', async () => {
    const { html } = await stream(page(<ApiKeys />, { lang: 'ar' }));
    expect(html).toContain('dir="rtl"');
  });
});
