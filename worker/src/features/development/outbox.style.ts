/** The style sheet of `/dev/outbox`. */
export const outboxStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1c1f1e, #eef1ef); --second: light-dark(#5a625f, #a8b1ad);
  --line: light-dark(#e4e6e2, #2b312f); --raised: light-dark(#fff, #1b1f1e); --sunken: light-dark(#f6f6f3, #101312); }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--sunken); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
.lead { color: var(--second); margin: 0 0 2rem; }
article { background: var(--raised); border: 1px solid var(--line); border-radius: 14px; margin: 0 0 1.25rem;
  overflow: hidden; }
header { padding: 1rem 1.25rem; border-bottom: 1px solid var(--line); }
h2 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .25rem; overflow-wrap: anywhere; }
header p { margin: .25rem 0 0; color: var(--second); font-size: .85rem; overflow-wrap: anywhere; }
.pill { display: inline-block; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 99px;
  font-size: .75rem; line-height: 1.4rem; margin-right: .25rem; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.mail { position: relative; overflow: hidden; }
.copy { all: initial; display: block; visibility: hidden; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
details { border-top: 1px solid var(--line); padding: .75rem 1.25rem; font-size: .85rem; }
summary { cursor: pointer; color: var(--second); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0 0; font: inherit; }
@media (max-width: 30rem) {
  body { padding: 1.25rem 0; }
  h1, .lead { padding: 0 1.25rem; }
  article { border-width: 1px 0; border-radius: 0; }
}`;
