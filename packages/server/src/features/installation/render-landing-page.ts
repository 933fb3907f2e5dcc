import { createHash } from 'node:crypto';
import { maxPasswordLength, minPasswordLength } from '@latchkey/contract';
import { escapeHtml } from '../../platform/escape-html.ts';
import { version } from '../../platform/version.ts';
import { landingPageStyle } from './landing-page-style.ts';

export interface LandingPage {
  publicUrl: string;
  isClaimed: boolean;
  /** Why the claim that was just tried failed, and the address it was tried with. */
  failedClaim?: { reason: string; email: string } | undefined;
}

/** Nothing runs on the page and nothing is loaded by it; its one style sheet is named by its hash (CSP level 3, 8.4). */
export const landingPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(landingPageStyle).digest('base64')}'`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The page at `/`: what there is, and how to take the installation. */
export function renderLandingPage(page: LandingPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Latchkey</title>
<style>${landingPageStyle}</style>
</head>
<body>
<main>
<header>
<div class="brand">${logo}Latchkey <span class="version">${escapeHtml(version)}</span></div>
<h1>API keys for your users and teams</h1>
<p>This server is running. An application reaches it by giving its SDK the base URL below.</p>
</header>
${renderAddresses(page.publicUrl)}
${page.isClaimed ? claimedCard : renderClaim(page)}
</main>
</body>
</html>
`;
}

const logo =
  '<svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke-width="2.2" stroke-linecap="round" aria-hidden="true">' +
  '<circle cx="6" cy="6" r="4.2"/><path d="M9 9l6 6M12.4 12.4l2-2"/></svg>';

function renderAddresses(publicUrl: string): string {
  return `<section class="card">
<h2>What is here</h2>
<dl>
<dt>Base URL</dt><dd><code>${escapeHtml(publicUrl)}</code></dd>
<dt>API</dt><dd><code>${escapeHtml(publicUrl)}/api/v1</code></dd>
<dt>Reference</dt><dd><a href="/docs">Every endpoint, to read and to try</a></dd>
<dt>OpenAPI</dt><dd><a href="/openapi.json">openapi.json</a></dd>
</dl>
</section>`;
}

const claimedCard = `<section class="card">
<div class="title"><h2>Operators</h2><span class="tag good">Claimed</span></div>
<p>This installation has an operator. Operators are the users of the project <code>internal</code>, and their teams own the other projects.
An operator who cannot sign in any more gets a new password on the host, with <code>latchkey operator reset</code>.</p>
</section>`;

function renderClaim({ publicUrl, failedClaim }: LandingPage): string {
  const problem =
    failedClaim === undefined ? '' : `<p class="problem bad" role="alert">${escapeHtml(failedClaim.reason)}</p>`;
  return `<section class="card">
<div class="title"><h2>Become the first operator</h2><span class="tag warn">Not claimed yet</span></div>
<p>The server printed a claim code when it started. Whoever has it takes this installation, once.</p>
${problem}
<form method="post" action="/claim">
<label>Claim code <input class="key" name="code" required autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<label>E-mail address <input name="email" type="email" required autocomplete="username" value="${escapeHtml(failedClaim?.email ?? '')}"></label>
<label>Password, ${minPasswordLength} to ${maxPasswordLength} characters <input name="password" type="password" required minlength="${minPasswordLength}" maxlength="${maxPasswordLength}" autocomplete="new-password"></label>
<button>Claim this installation</button>
</form>
<details><summary>Or from a terminal</summary>
<pre>curl ${escapeHtml(publicUrl)}/api/v1/latchkey/claim \\
  -H 'content-type: application/json' \\
  -d '{"code": "the claim code", "email": "you@example.com", "password": "a long password"}'</pre>
</details>
</section>`;
}
