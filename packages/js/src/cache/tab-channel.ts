/** Tells the other tabs of an application which paths have changed. */
export interface TabChannel {
  /** From now on; before that nobody here shows anything. */
  listen(): void;
  post(path: string): void;
}

/** Where there are no tabs (servers) it does nothing, and keeps no process alive. */
export function openTabChannel(name: string, onChange: (path: string) => unknown): TabChannel {
  if (typeof document === 'undefined' || typeof BroadcastChannel === 'undefined') {
    return { listen: () => undefined, post: () => undefined };
  }
  const channel = new BroadcastChannel(name);
  return {
    listen() {
      channel.onmessage = ({ data }) => {
        if (typeof data === 'string') void onChange(data);
      };
    },
    post: (path) => channel.postMessage(path),
  };
}
