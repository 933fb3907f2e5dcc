import { escapeHtml } from '../../platform/escape-html.ts';

/** What a mail says; every part may hold text that users wrote. */
export interface MailContent {
  title: string;
  paragraphs: string[];
  /** The one thing to do, as a link. */
  action?: { label: string; url: string };
}

/** One mail as plain text and as HTML, everything escaped. */
export function renderMail({ title, paragraphs, action }: MailContent): { text: string; html: string } {
  const text = [title, ...paragraphs, ...(action === undefined ? [] : [`${action.label}:\n${action.url}`])].join(
    '\n\n',
  );
  const button =
    action === undefined
      ? ''
      : `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#1d1b18;color:#fff;padding:10px 16px;border-radius:8px;text-decoration:none">${escapeHtml(action.label)}</a></p>`;
  const body = paragraphs.map((paragraph) => `<p style="margin:12px 0">${escapeHtml(paragraph)}</p>`).join('');
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    `<title>${escapeHtml(title)}</title></head>` +
    '<body style="margin:0;padding:32px;background:#faf8f4;color:#1d1b18;font:15px/22px system-ui,sans-serif">' +
    `<div style="max-width:520px;margin:auto"><h1 style="font-size:20px;line-height:28px">${escapeHtml(title)}</h1>${body}${button}</div>` +
    '</body></html>';
  return { text: `${text}\n`, html };
}
