/** The look of the page at `/`: light or dark as the reader's system is, and from 320 pixels up. */
export const landingPageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --sunken: #f4f2ee; --line: #e7e3db; --line-strong: #d6d0c4;
  --ink: #1d1b16; --ink-2: #5c574c; --ink-3: #716b5e; --brass: #9a6b15;
  --good: #1f7a4d; --good-soft: #e3f3ea; --warn: #a15c00; --warn-soft: #fdf0dc; --bad: #b3261e; --bad-soft: #fbe9e7;
  --font: "Inter Variable", system-ui, sans-serif; --mono: "JetBrains Mono Variable", ui-monospace, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14130f; --card: #1b1a16; --sunken: #100f0c; --line: #2b2922; --line-strong: #3d3a30;
    --ink: #f2efe7; --ink-2: #b3ad9e; --ink-3: #968f7f; --brass: #d9a941;
    --good: #62c694; --good-soft: #16281f; --warn: #e0a44b; --warn-soft: #2c2212; --bad: #f0857c; --bad-soft: #301917;
  }
}
* { box-sizing: border-box; margin: 0; }
body { font: 14px/20px var(--font); color: var(--ink); background: var(--paper); -webkit-font-smoothing: antialiased; }
main { max-width: 640px; margin: 0 auto; padding: 48px 20px 64px; display: grid; gap: 16px; }
header { display: grid; gap: 8px; margin-bottom: 8px; }
h1 { font-size: 22px; line-height: 28px; font-weight: 620; letter-spacing: -.015em; }
h2 { font-size: 15px; line-height: 22px; font-weight: 600; }
p { color: var(--ink-2); text-wrap: pretty; }
a { color: inherit; text-underline-offset: 3px; text-decoration-color: var(--line-strong); }
a:hover { text-decoration-color: currentColor; }
code, pre { font-family: var(--mono); font-size: 12.5px; line-height: 20px; overflow-wrap: anywhere; }
.brand { display: flex; align-items: center; gap: 8px; font-weight: 620; margin-bottom: 12px; color: var(--ink); }
.brand svg { stroke: var(--brass); }
.version { color: var(--ink-3); font-weight: 400; font-variant-numeric: tabular-nums; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 20px; display: grid; gap: 12px; min-width: 0; }
.title { display: flex; justify-content: space-between; align-items: center; gap: 12px; flex-wrap: wrap; }
dl { display: grid; grid-template-columns: 96px minmax(0, 1fr); row-gap: 12px; }
dt { color: var(--ink-3); }
.tag { display: inline-flex; align-items: center; gap: 5px; height: 20px; padding: 0 7px; border-radius: 999px; font-weight: 500; font-size: 11.5px; }
.tag::before { content: ""; width: 6px; height: 6px; border-radius: 50%; background: currentColor; }
.good { background: var(--good-soft); color: var(--good); }
.warn { background: var(--warn-soft); color: var(--warn); }
.bad { background: var(--bad-soft); color: var(--bad); }
.problem { border-radius: 6px; padding: 8px 12px; }
form { display: grid; gap: 12px; }
label { display: grid; gap: 4px; font-weight: 500; }
input { height: 36px; width: 100%; padding: 0 10px; border-radius: 6px; border: 1px solid var(--line-strong); background: var(--card); color: var(--ink); font: 400 14px/20px var(--font); }
input.key { font-family: var(--mono); font-size: 13px; }
button { justify-self: start; height: 36px; padding: 0 14px; border-radius: 6px; border: 1px solid var(--ink); background: var(--ink); color: var(--paper); font: 500 13px/1 var(--font); cursor: pointer; }
:focus-visible { outline: 2px solid var(--brass); outline-offset: 2px; }
summary { cursor: pointer; color: var(--ink-2); }
pre { margin-top: 8px; padding: 12px; border-radius: 6px; background: var(--sunken); white-space: pre-wrap; }
@media (max-width: 420px) { main { padding-top: 24px; } dl { grid-template-columns: 1fr; row-gap: 4px; } dd { margin-bottom: 8px; } }
`;
