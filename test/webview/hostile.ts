/** Diagrams that try to run script, to load something, or to dress up the panel. `run` in a page is their sign of success. */
const run = 'globalThis.attacked=1;try{top.attacked=1}catch{}'

export const hostile: Readonly<Record<string, string>> = {
  'script in a label': `flowchart LR\n  a["x<script>${run}</script>"] --> b`,
  'error handler in a label': `flowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'svg load handler in a label': `flowchart LR\n  a["<svg onload='${run}'></svg>"] --> b`,
  'frame in a label': `flowchart LR\n  a["<iframe srcdoc='<script>parent.attacked=1</script>'></iframe>"] --> b`,
  'remote image in a label': `flowchart LR\n  a["<img src='https://attacker.invalid/leak.png'>"] --> b`,
  'remote image node': `flowchart LR\n  a@{ img: "https://attacker.invalid/image.png", h: 60 }\n  a --> b`,
  'svg image node': `flowchart LR\n  a@{ img: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>", h: 60 }\n  a --> b`,
  'script link': `flowchart LR\n  a --> b\n  click a href "javascript:${run}"`,
  'script link with a tab': `flowchart LR\n  a --> b\n  click a href "java\tscript:${run}"`,
  'command link': `flowchart LR\n  a --> b\n  click a href "command:workbench.action.terminal.new"`,
  'call on click': `flowchart LR\n  a --> b\n  click a call attack()`,
  'loose by directive': `%%{init: {"securityLevel": "loose", "secure": []}}%%\nflowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'loose by front matter': `---\nconfig:\n  securityLevel: loose\n  secure: []\n---\nflowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'more tags by directive': `%%{init: {"dompurifyConfig": {"ADD_TAGS": ["iframe"], "ADD_ATTR": ["onerror"]}}}%%\nflowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'theme styles leave': `%%{init: {"themeCSS": "} .top, button, .card { display: none !important; } a {"}}%%\nflowchart LR\n  a --> b`,
  'theme styles load': `%%{init: {"themeCSS": "* { background: url(https://attacker.invalid/css.png) }"}}%%\nflowchart LR\n  a --> b`,
  'theme styles select outside': `%%{init: {"themeCSS": ":not(&) { display: none !important } :host { display: none !important }"}}%%\nflowchart LR\n  a --> b`,
  'font escapes': `%%{init: {"fontFamily": "x; a{b} :not(&){display:none !important} c{d}"}}%%\nflowchart LR\n  a --> b`,
  'class styles leave': `flowchart LR\n  a:::bad --> b\n  classDef bad fill:red;} .top{display:none !important} x{`,
  'class styles load': `flowchart LR\n  a:::bad --> b\n  classDef bad fill:url(https://attacker.invalid/class.png)`,
  'class styles cover the panel': `flowchart LR\n  a:::bad --> b\n  classDef bad position:fixed,inset:0,z-index:9999`,
  'state class holds markup': `stateDiagram-v2\n  [*] --> a\n  classDef bad fill:red"><img/src/onerror=${run}>\n  class a bad`,
  'links of an actor': `sequenceDiagram\n  participant A\n  links A: {"x": "javascript:${run}", "y": "https://example.com/"}\n  A->>A: hi`,
  'formula with a link': `flowchart LR\n  a["$$\\\\href{javascript:${run}}{x}$$"] --> b`,
  'script link of a task': `gantt\n  dateFormat YYYY-MM-DD\n  section s\n  task :a1, 2026-01-01, 3d\n  click a1 href "javascript:${run}"`,
  'markup that closes its place': `flowchart LR\n  a["</div></foreignObject></svg><img src=x onerror='${run}'>"] --> b`,
  'description with script': `flowchart LR\n  accTitle: </title><script>${run}</script>\n  accDescr: </desc><script>${run}</script>\n  a --> b`,
  'prototype keys': `%%{init: {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}}%%\nflowchart LR\n  __proto__ --> constructor`,
  'ids of our page': `flowchart LR\n  panel --> body\n  body --> acquireVsCodeApi`,
}

/** SVG as a careless engine might give it, for the second gate alone. */
export const hostileSvg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" onload="${run}">
  <style>@import url(https://attacker.invalid/import.css); :host { display: none !important } .a { fill: u\\72l(https://attacker.invalid/fill.png); stroke: red }</style>
  <script>${run}</script>
  <a href="javascript:${run}"><text>one</text></a>
  <a xlink:href=" java&#9;script:${run}"><text>two</text></a>
  <a href="https://example.com/"><text>three</text></a>
  <a href="vscode://evil.ext/x"><text>four</text></a>
  <image href="https://attacker.invalid/image.png"/>
  <image href="data:image/svg+xml,&lt;svg onload='${run}'/&gt;"/>
  <use href="https://attacker.invalid/use.svg#a"/>
  <rect class="a" style="fill: url(https://attacker.invalid/style.png); stroke-width: 2" filter="url(https://attacker.invalid/f.svg#f)" clip-path="url(#ok)"/>
  <rect style="background: image-set('https://attacker.invalid/set.png' 1x)"/>
  <foreignObject><div style="color: red"><iframe src="https://attacker.invalid/"></iframe><form action="https://attacker.invalid/"><input></form><img src="https://attacker.invalid/img.png"><b onclick="${run}">bold</b></div></foreignObject>
  <animate href="#x" attributeName="href" to="javascript:${run}"/>
</svg>`
