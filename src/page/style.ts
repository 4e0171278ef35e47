/** The look of a page, on screen and on paper. */

/** The style sheet of every page, with the backgrounds that diagrams are drawn for. It loads no font and no picture. */
export const style = `
:root {
  color-scheme: light;
  --ground: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --link: #0969da;
  --note: #0969da; --tip: #1a7f37; --important: #8250df; --warning: #9a6700; --caution: #cf222e;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #1b1f24; --text: #f0f6fc; --quiet: #9198a1; --line: #3d444d; --soft: #262c33; --link: #4493f8;
    --note: #4493f8; --tip: #3fb950; --important: #ab7df8; --warning: #d29922; --caution: #f85149;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
}
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .2em; }
h1, h2, h3, h4, h5, h6 { margin: 1.5rem 0 1rem; line-height: 1.25; font-weight: 600; }
h1 { font-size: 2em; } h2 { font-size: 1.5em; } h3 { font-size: 1.25em; }
h4 { font-size: 1em; } h5 { font-size: .875em; } h6 { font-size: .85em; color: var(--quiet); }
h1, h2 { padding-bottom: .3em; border-bottom: 1px solid var(--line); }
main > :first-child { margin-top: 0; }
.anchor { margin-left: .4em; text-decoration: none; color: var(--quiet); opacity: 0; }
:hover > .anchor, .anchor:focus { opacity: 1; }
p, ul, ol, dl, table, pre, blockquote, details, figure, .markdown-alert { margin: 0 0 1rem; }
ul, ol { padding-left: 2em; }
li > p { margin: 1rem 0 0; }
li + li { margin-top: .25em; }
.contains-task-list { list-style: none; padding-left: 1.5em; }
.task-list-item > input, .task-list-item > p > input { margin: 0 .4em .2em -1.4em; vertical-align: middle; }
blockquote { padding: 0 1em; color: var(--quiet); border-left: .25em solid var(--line); }
.markdown-alert { padding: .5rem 1rem; border-left: .25em solid var(--kind); }
.markdown-alert > :last-child { margin-bottom: 0; }
.markdown-alert-title { margin: 0 0 .25rem; font-weight: 600; color: var(--kind); }
.markdown-alert-note { --kind: var(--note); } .markdown-alert-tip { --kind: var(--tip); }
.markdown-alert-important { --kind: var(--important); } .markdown-alert-warning { --kind: var(--warning); }
.markdown-alert-caution { --kind: var(--caution); }
code, kbd, pre, samp, tt { font: .85em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
:not(pre) > code { padding: .2em .4em; border-radius: 6px; background: var(--soft); overflow-wrap: anywhere; }
pre { padding: 1rem; border-radius: 6px; background: var(--soft); overflow: auto; }
pre > code { font-size: 1em; }
kbd { padding: .2em .4em; border: 1px solid var(--line); border-radius: 6px; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
th, td { padding: .4rem .8rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody tr:nth-child(2n) { background: var(--soft); }
[align="center"] { text-align: center; } [align="right"] { text-align: right; }
hr { height: .25em; margin: 1.5rem 0; border: 0; background: var(--line); }
img { max-width: 100%; height: auto; }
.diagram { overflow: auto; text-align: center; }
.diagram.on-dark { background: #1b1f24; }
.diagram.failed { text-align: left; }
.diagram.failed > p { margin: 0 0 .5rem; color: var(--caution); }
.footnotes { margin-top: 2rem; font-size: .875em; color: var(--quiet); border-top: 1px solid var(--line); }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.missing, .dead { color: var(--quiet); }
.dead { text-decoration: underline dotted; }
.contents { margin: 1.5rem 0; font-size: .9em; }
.contents summary { font-weight: 600; cursor: pointer; }
.contents ul { margin: .25rem 0 0; padding-left: 1.25em; list-style: none; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover { color: var(--link); text-decoration: underline; }
.findings { margin-top: 3rem; }
.index small { color: var(--quiet); }
.back { font-size: .9em; }
@media screen and (min-width: 90rem) {
  .contents { position: fixed; top: 0; left: 0; width: calc(50vw - 28rem); max-width: 22rem; height: 100vh; margin: 0; padding: 1.5rem; overflow: auto; }
}
@page { margin: 15mm; }
@media print {
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .contents { margin-bottom: 2rem; }
  .anchor, .back { display: none; }
  a { color: inherit; }
  h1, h2, h3, h4, h5, h6, summary, .markdown-alert-title { break-after: avoid; }
  table { display: table; width: auto; overflow: visible; }
  thead { display: table-header-group; }
  tr, img, .diagram, .markdown-alert { break-inside: avoid; }
  .diagram { overflow: visible; }
  /* As high as a page of either size of paper, with a heading above: what is larger would be cut in two. */
  img { max-height: 220mm; width: auto; object-fit: contain; }
  pre { white-space: pre-wrap; overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`
