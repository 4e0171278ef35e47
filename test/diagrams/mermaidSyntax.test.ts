import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from 'esbuild'
import { asParsed, cleanUp } from '../../src/diagrams/mermaid/inside/cleanUp.ts'
import { toSource } from '../../src/diagrams/mermaid/mappedText.ts'
import { syntax } from '../../src/diagrams/mermaid.ts'

const kinds: readonly (readonly [string, string | undefined])[] = [
  ['flowchart LR\n  A --> B', 'flowchart'],
  ['graph TD;A-->B', 'flowchart'],
  ['flowchart-elk TB\n  A', 'flowchart'],
  ['sequenceDiagram\n  A->>B: hi', 'sequenceDiagram'],
  ['stateDiagram-v2\n  [*] --> A', 'stateDiagram'],
  ['classDiagram-v2', 'classDiagram'],
  ['C4Context\n  title x', 'C4Context'],
  ['C4Deployment', 'C4Deployment'],
  ['xychart-beta horizontal', 'xychart'],
  ['gitGraph LR:\n  commit', 'gitGraph'],
  ['pie showData', 'pie'],
  ['\n\n   \n\terDiagram', 'erDiagram'],
  ['---\ntitle: x\n---\nmindmap\n  root', 'mindmap'],
  ['  ---\n  title: x\n  ---\n  timeline', 'timeline'],
  ['---\r\ntitle: x\r\n---\r\nkanban\r\n', 'kanban'],
  ['%%{init: {"theme": "dark"}}%%\njourney', 'journey'],
  ['%%{\n  init: {\n    "theme": "dark"\n  }\n}%%\ngantt', 'gantt'],
  ['%% a remark\n\n%% flowchart LR\npacket-beta', 'packet'],
  ['---\ntitle: x\n---\n%% a remark\n%%{wrap}%%\n\nblock-beta', 'block'],
  ['flowchrt LR', undefined],
  ['---\ntitle: never closed\nflowchart LR', undefined],
  ['', undefined],
]

test('kindOf skips front matter, directives, comments and blank lines', () => {
  for (const [source, kind] of kinds) assert.equal(syntax.kindOf(source), kind, JSON.stringify(source))
})

test('a position in the cleaned-up text maps back to the same word in the source', () => {
  const source =
    '---\r\ntitle: Orders #1;\r\n---\r\n%%{init: {"theme": "dark"}}%%\r\n\r\n  flowchart LR\r\n\r\n  %% remark\r\n  A["#quot;x#35;y"] --> B{<b class="c">q</b>}\r\n\r\n  style A fill:#fff;\r\n  last --> word'
  const body = asParsed(cleanUp(source).body, 'flowchart')
  assert.equal(body.text.split('\n')[0], 'flowchart LR')
  for (const word of ['flowchart', 'A[', 'B{', "<b class='c'>", 'style', 'fill', 'last', 'word']) {
    const start = body.text.indexOf(word)
    const found = toSource(body, { start, end: start + word.length })
    assert.equal(source.slice(found.start, found.end).replaceAll('"', "'"), word)
  }
  assert.deepEqual(toSource(body, { start: body.text.length, end: body.text.length }), {
    start: source.length,
    end: source.length,
  })
})

test('a long run of blank lines or fences has no kind, and takes linear time', () => {
  // Anything slower than linear would exceed the time limit of the test.
  for (const piece of ['\n', ' ', '---\n', '%%{', '%% \n', '%%\n', '<a', '\r', '#a', '}\n']) {
    assert.equal(syntax.kindOf(piece.repeat(1_000_000 / piece.length)), undefined)
    assert.equal(syntax.kindOf(`---\n${piece.repeat(1_000_000 / piece.length)}`), undefined)
  }
})

test('the extension’s bundle does not include mermaid', async () => {
  const contents = "export { syntax } from './src/diagrams/mermaid.ts'"
  const resolveDir = new URL('../..', import.meta.url).pathname
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    external: ['mermaid'],
  })
  const text = outputFiles[0]?.text ?? ''
  assert.match(text, /flowchart-elk/)
  assert.doesNotMatch(text, /import\(|require\("/)
})
