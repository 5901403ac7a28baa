/** The page's only style sheet. Colours have a contrast of at least 4.5 to 1 in light and in dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f5; --card: #ffffff; --text: #1c2321; --quiet: #56615d; --edge: #d8ddda; --link: #0b5f6b;
  --error: #a3201d; --error-back: #fbdcd9; --warning: #7a4a00; --warning-back: #fdebc3;
  --info: #1c5186; --info-back: #dcebfa; --good: #1e6b3a; --good-back: #d9f0e0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #151a19; --card: #1e2523; --text: #e8edeb; --quiet: #a9b5b1; --edge: #3a4441; --link: #7fd1de;
    --error: #ffb4ac; --error-back: #5c1f1c; --warning: #ffd58a; --warning-back: #54390a;
    --info: #a9d0ff; --info-back: #17395e; --good: #9be0b3; --good-back: #163f26;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 76rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
h4 { font-size: .85rem; margin: 0 0 .5rem; color: var(--quiet); font-weight: 600; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.quiet { color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1.25rem 0 0; list-style: none; }
.figures li { flex: 1 1 8rem; background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; padding: .75rem 1rem; }
.figures strong { display: block; font-size: 1.75rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures .error strong { color: var(--error); }
.figures .warning strong { color: var(--warning); }
.figures .info strong { color: var(--info); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--edge); vertical-align: top; font-weight: 400; }
thead th { color: var(--quiet); font-size: .85rem; }
td.number, th.number { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; white-space: nowrap; }
meter { width: 6rem; height: .8rem; vertical-align: middle; margin-right: .5rem; }
.card { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; padding: 1.25rem; margin: 0 0 1.25rem; }
.card > header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: .9rem; }
.card > header p { margin: 0; }
.checklist { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: 0 0 1rem; list-style: none; font-size: .9rem; }
.checklist li { border-radius: 1rem; padding: .1rem .7rem; border: 1px solid var(--edge); color: var(--quiet); }
.checklist .there { background: var(--good-back); color: var(--good); border-color: transparent; }
.checklist .missing { background: var(--warning-back); color: var(--warning); border-color: transparent; }
.body { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; }
@media (max-width: 56rem) { .body { grid-template-columns: minmax(0, 1fr); } }
.draft { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit; font-size: .95rem; padding: 1rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--page); align-self: start; }
mark { color: inherit; border-radius: .2rem; padding: 0 .1rem; border-bottom: 2px solid; }
mark.error { background: var(--error-back); border-color: var(--error); border-bottom-style: double; border-bottom-width: 4px; }
mark.warning { background: var(--warning-back); border-color: var(--warning); }
mark.info { background: var(--info-back); border-color: var(--info); border-bottom-style: dotted; }
.note { font-size: .7rem; font-weight: 600; vertical-align: super; line-height: 0; margin: 0 .1rem; text-decoration: none; padding: 0 .15rem; }
.remarks { margin: 0; padding: 0; list-style: none; }
.remarks > li { border-left: 4px solid var(--edge); padding: .1rem 0 .1rem .8rem; margin: 0 0 1rem; }
.remarks > li.error { border-color: var(--error); }
.remarks > li.warning { border-color: var(--warning); }
.remarks > li.info { border-color: var(--info); }
.remarks > li:target, .note:target { outline: 3px solid var(--link); outline-offset: 4px; }
.remarks p { margin: 0; overflow-wrap: anywhere; }
.remarks .meta { font-size: .85rem; color: var(--quiet); }
.badge { font-weight: 600; }
.error .badge { color: var(--error); } .warning .badge { color: var(--warning); } .info .badge { color: var(--info); }
.fixes { margin: .25rem 0 0; padding-left: 1.1rem; font-size: .92rem; }
details { font-size: .9rem; margin-top: .25rem; }
summary { cursor: pointer; color: var(--link); }
details p { margin: .25rem 0; }
footer { margin-top: 3rem; font-size: .85rem; color: var(--quiet); }
@media print { body { background: none; max-width: none; } .card { break-inside: avoid-page; } }
`;
