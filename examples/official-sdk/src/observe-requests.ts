export interface ObservedRequest {
  url: string;
  requestHeaders: Headers;
  responseHeaders: Headers;
}

/** Runs `action` and tells what went over the wire meanwhile, in the order of the answers. */
export async function observeRequests(action: () => Promise<unknown>): Promise<ObservedRequest[]> {
  const observed: ObservedRequest[] = [];
  const originalFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await originalFetch(input, init);
    observed.push({
      url: response.url,
      requestHeaders: new Headers(init?.headers),
      responseHeaders: response.headers,
    });
    return response;
  };
  try {
    await action();
  } finally {
    globalThis.fetch = originalFetch;
  }
  return observed;
}
