import { useEffect, useRef } from 'react';

export interface MailFrameProps {
  subject: string;
  html: string;
}

/** A mail as it looks. Nothing in it runs, loads, or leads anywhere: the frame may do nothing at all. */
export function MailFrame({ subject, html }: MailFrameProps) {
  const ref = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    // By hand: the page's policy takes a string as content only from the policy named `mail`.
    if (ref.current !== null) Reflect.set(ref.current, 'srcdoc', mailPolicy?.createHTML(html) ?? html);
  }, [html]);
  return <iframe ref={ref} sandbox="" title={`${subject}, as it looks`} className="mail-frame" />;
}

interface MailPolicy {
  createHTML: (html: string) => unknown;
}

declare global {
  interface Window {
    trustedTypes?: { createPolicy: (name: string, policy: MailPolicy) => MailPolicy };
  }
}

/** Where the browser has no trusted types, the sandbox alone holds. */
const mailPolicy = window.trustedTypes?.createPolicy('mail', { createHTML: (html) => html });
