/** What the panel relies on in mermaid's drawings: settings, colours, labels, and how they reach the sanitizer. */
import assert from 'node:assert/strict'
import { mermaidConfig } from '../../../src/diagrams/mermaid/inside/config.ts'
import { doubleLabel, labelLine } from '../../../src/diagrams/mermaid/inside/labels.ts'
import { mermaidThemeVariables } from '../../../src/diagrams/mermaid/inside/theme.ts'
import { kinds } from '../kinds.ts'
import { contract, type Inside, theme, usual } from './contract.ts'

const { flowchart = '', sequenceDiagram = '', classDiagram = '', erDiagram = '', gantt = '', journey = '' } = kinds
const { C4Context = '' } = kinds

/** The configuration that the panel draws exported pictures with. */
const portable = mermaidConfig({ ...theme, isPortable: true }, false, false)

const handDrawn = `%%{init: {"look": "handDrawn"}}%%\n${flowchart}`

contract({
  usedBy: 'config.ts',
  relies: 'with the same seed a drawing by hand is the same text each time',
  check: async ({ draw }) => assert.equal(await draw(handDrawn, portable), await draw(handDrawn, portable)),
  broken: { find: 'seed: handDrawnSeed', with: 'seed: 0' },
})

contract({
  usedBy: 'config.ts',
  relies: 'where HTML labels are turned off, flowcharts, classes, states and entities have none',
  async check({ find }) {
    for (const source of [flowchart, classDiagram, kinds['stateDiagram-v2'] ?? '', erDiagram]) {
      assert.notEqual((await find(source, 'foreignObject', usual)).length, 0)
      assert.deepEqual(await find(source, 'foreignObject', portable), [])
    }
  },
  broken: { find: 'htmlLabels', with: 'labelsOfHtml' },
})

contract({
  usedBy: 'labels.ts',
  relies: 'each line of a label that is text has the class `row`',
  async check({ find }) {
    const [first, second] = await find('flowchart LR\n  a["One<br/>two"]', labelLine, portable)
    assert.deepEqual([first?.text, second?.text], ['One', 'two'])
  },
  broken: { find: '.classed("row", true)', with: '.classed("line", true)' },
})

contract({
  usedBy: 'labels.ts',
  relies: 'a label that is there twice is HTML in a `switch`, and behind it the same as text',
  async check({ find }) {
    const [html] = await find(journey, doubleLabel)
    const [text] = await find(journey, `${doubleLabel} + text`)
    assert.ok(html?.text)
    assert.equal(text?.text, html.text)
  },
  broken: { find: 'g.append("switch")', with: 'g.append("g")' },
})

contract({
  usedBy: 'messages.ts',
  relies: 'a picture that cannot be shown is a DOMException, and what is no diagram is none',
  async check({ failure }) {
    const picture = 'flowchart LR\n  a@{ img: "http://mermaid.invalid/picture.png", label: "A" }'
    assert.equal(await failure(picture), 'DOMException')
    assert.notEqual(await failure('flowchart LR\n  a[['), 'DOMException')
  },
  broken: { find: 'await img.decode()', with: 'await img.decode().catch((error) => { throw new Error(error) })' },
})

contract({
  usedBy: 'sanitizer.ts',
  relies:
    'a drawing goes through the DOMPurify that we import as a text that begins with `<svg` and has one plain style',
  async check({ sanitized }) {
    const drawings = (await sanitized(flowchart)).filter((text) => text.startsWith('<svg'))
    assert.equal(drawings.length, 1)
    assert.equal(drawings[0]?.match(/<style>[^<]*<\/style>/g)?.length, 1)
  },
  broken: { find: '.sanitize(code2,', with: '.sanitize(`<!-- drawn -->${code2}`,' },
})

contract({
  usedBy: 'theme.ts',
  relies: 'C4 writes the grey #444444 into its lines and words, and entities have white rings',
  async check({ find }) {
    for (const selector of ['line[stroke="#444444"]', 'text[fill="#444444"]'])
      assert.notEqual((await find(C4Context, selector)).length, 0, selector)
    assert.notEqual((await find(erDiagram, 'circle[fill=white]')).length, 0)
  },
  broken: { find: '"#444444"', with: '"#555555"' },
})

contract({
  usedBy: 'theme.ts',
  relies: 'the words of a line stand on `labelBkg` or in a paragraph, in `edgeLabel`',
  async check({ find }) {
    for (const selector of ['.edgeLabel .labelBkg', '.edgeLabel p'])
      assert.notEqual((await find(flowchart, selector)).length, 0, selector)
  },
  broken: { find: '.attr("class", "labelBkg")', with: '.attr("class", "labelGround")' },
})

/** Returns the styles of a drawing, in lower case. */
const stylesOf = async ({ find }: Inside, source: string, config = usual) =>
  (await find(source, 'style', config)).map(({ text }) => text.toLowerCase()).join('\n')

contract({
  usedBy: 'theme.ts',
  relies: 'our own styles come with a drawing',
  check: async (inside) => assert.match(await stylesOf(inside, C4Context), /#drawing \[stroke=['"]#444444['"]\]/),
  broken: { find: 'config.themeCSS', with: 'config.themeStyles' },
})

/** Sources, and those of our theme variables that their kind of diagram uses. */
const inStyles: readonly (readonly [string, readonly string[]])[] = [
  [flowchart, ['primaryColor', 'nodeBorder', 'lineColor', 'clusterBkg', 'clusterBorder', 'primaryTextColor']],
  [sequenceDiagram, ['actorLineColor', 'noteBkgColor', 'noteBorderColor', 'activationBkgColor', 'sequenceNumberColor']],
  [gantt, ['taskBkgColor', 'activeTaskBkgColor', 'doneTaskBkgColor', 'critBkgColor', 'gridColor', 'todayLineColor']],
  [erDiagram, ['edgeLabelBackground']],
  [kinds['mindmap'] ?? '', ['cScale1', 'cScaleLabel1']],
  [kinds['gitGraph'] ?? '', ['git0', 'commitLabelColor', 'commitLabelBackground']],
  [kinds['architecture-beta'] ?? '', ['archEdgeColor', 'archGroupBorderColor']],
]

contract({
  usedBy: 'theme.ts',
  relies: 'the colours that we give are those that a drawing has',
  async check(inside) {
    // Each variable has a unique colour, so that one cannot be mistaken for another.
    const given = Object.fromEntries(
      Object.entries(mermaidThemeVariables(theme)).map(([name, value], index) => [
        name,
        typeof value === 'string' && value.startsWith('#') ? `#01${(0x1000 + index).toString(16)}` : value,
      ]),
    )
    for (const [source, names] of inStyles) {
      const styles = await stylesOf(inside, source, { ...usual, themeVariables: given })
      for (const name of names) {
        const color = String(given[name])
        assert.ok(styles.includes(color), `${name}, ${color}, in the styles of ${source.split('\n')[0]}: ${styles}`)
      }
    }
  },
  broken: { find: 'options.clusterBkg', with: 'options.groupBackground' },
})
