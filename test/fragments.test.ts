import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { suite, test } from 'node:test'
import type { Nodes } from 'mdast'
import { createLinter } from '../src/core/lint/lint.ts'
import { templateTexts } from '../src/generated/templates.ts'
import noPlaceholder from '../src/rules/no-placeholder.ts'
import { host, loadTemplate, readQuickly, types } from './util/linting.ts'

/** What the product promises to insert at the cursor (product.md, section 2), and the files that fulfil it. */
const promised: Readonly<Record<string, readonly string[]>> = {
  // Sections
  'component, the shapes of the sources': [
    'sections/component',
    'sections/component-contract',
    'sections/component-interfaces',
    'sections/component-list',
    'sections/component-table',
  ],
  'functional requirements': ['sections/functional-requirements'],
  'non-functional requirements': ['sections/non-functional-requirements'],
  constraints: ['sections/constraints'],
  'data-flow steps': ['sections/data-flow'],
  'data model as TypeScript': ['sections/data-model-typescript'],
  'data model as SQL': ['sections/data-model-sql'],
  'data model as ER diagram': ['sections/data-model-er'],
  'API endpoint': ['sections/api-endpoint'],
  'endpoint table': ['sections/endpoint-table'],
  webhook: ['sections/webhook'],
  events: ['sections/events'],
  'scaling 1x, 10x, 100x': ['sections/scaling'],
  'failure mode': ['sections/failure-mode'],
  'cost estimate with total': ['sections/cost-estimate'],
  'capacity estimate': ['sections/capacity-estimate'],
  'security model': ['sections/security-model'],
  'STRIDE table': ['sections/stride'],
  'data protection': ['sections/data-protection'],
  'monitoring (metrics, alerts)': ['sections/monitoring'],
  'observability pillars': ['sections/observability'],
  'SLO and availability table with RTO and RPO': ['sections/availability'],
  'trade-off matrix': ['sections/trade-offs'],
  'CAP choice': ['sections/cap-choice'],
  'alternatives with pros, cons, why not': ['sections/alternatives'],
  'decision table': ['sections/decision-table'],
  'risk table': ['sections/risks'],
  'implementation phases': ['sections/implementation-phases'],
  migration: ['sections/migration'],
  'testing strategy': ['sections/testing-strategy'],
  'success metrics': ['sections/success-metrics'],
  environments: ['sections/environments'],
  'dependencies table': ['sections/dependencies'],
  glossary: ['sections/glossary'],
  approvals: ['sections/approvals'],
  changelog: ['sections/changelog'],
  'open questions': ['sections/open-questions'],
  'the questions of requirement gathering': ['sections/requirement-questions'],
  'a chooser of patterns by team, load and consistency': ['sections/pattern-chooser'],
  // Good and bad pairs
  'for each principle': [
    'principles/start-simple',
    'principles/one-responsibility',
    'principles/loose-coupling',
    'principles/group-by-feature',
    'principles/explicit-dependencies',
    'principles/fail-fast',
    'principles/testable-design',
  ],
  'for all guidelines and anti-patterns': ['principles/guidelines', 'principles/anti-patterns'],
  // Diagrams
  'C4 context': ['diagrams/c4-context'],
  'C4 container': ['diagrams/c4-container'],
  'C4 component': ['diagrams/c4-component'],
  'C4 deployment': ['diagrams/c4-deployment'],
  flowchart: ['diagrams/flowchart'],
  sequence: ['diagrams/sequence-diagram'],
  ER: ['diagrams/er-diagram'],
  state: ['diagrams/state-diagram'],
  class: ['diagrams/class-diagram'],
  'gantt (phases)': ['diagrams/gantt-chart'],
  // Patterns
  monolith: ['patterns/architecture/monolith'],
  microservices: ['patterns/architecture/microservices'],
  'event-driven': ['patterns/architecture/event-driven'],
  layered: ['patterns/architecture/layered'],
  'hexagonal (ports and adapters)': ['patterns/architecture/hexagonal'],
  CQRS: ['patterns/architecture/cqrs'],
  horizontal: ['patterns/scalability/horizontal-scaling'],
  vertical: ['patterns/scalability/vertical-scaling'],
  caching: ['patterns/scalability/caching'],
  'database scaling: read replicas': ['patterns/scalability/read-replicas'],
  'database scaling: sharding': ['patterns/scalability/sharding'],
  'async processing': ['patterns/scalability/async-processing'],
  'circuit breaker': ['patterns/reliability/circuit-breaker'],
  'retry with backoff': ['patterns/reliability/retry-with-backoff'],
  'rate limiting': ['patterns/reliability/rate-limiting'],
  bulkhead: ['patterns/reliability/bulkhead'],
}

const kinds: Readonly<Record<string, RegExp>> = {
  'diagrams/c4-context': /^C4Context\b/,
  'diagrams/c4-container': /^C4Container\b/,
  'diagrams/c4-component': /^C4Component\b/,
  'diagrams/c4-deployment': /^C4Deployment\b/,
  'diagrams/flowchart': /^flowchart\b/,
  'diagrams/sequence-diagram': /^sequenceDiagram\b/,
  'diagrams/er-diagram': /^erDiagram\b/,
  'diagrams/state-diagram': /^stateDiagram-v2\b/,
  'diagrams/class-diagram': /^classDiagram\b/,
  'diagrams/gantt-chart': /^gantt\b/,
}

/** The labels that every pattern must have. */
const parts = ['When to use:', 'Not when:', 'Pros:', 'Cons:', 'What it costs:']

const fragments = templateTexts.flatMap(({ name, group, text }) =>
  group ? [{ path: `${group}/${name}`, group, template: loadTemplate(text, name), text }] : [],
)

suite('fragments', () => {
  test('are the promised ones, each in a group, and all of them are generated', () => {
    const folder = new URL('../snippets/fragments/', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => path.replaceAll('\\', '/').slice(0, -'.md'.length))
    assert.deepEqual(files.toSorted(), Object.values(promised).flat().toSorted())
    assert.deepEqual(fragments.map(({ path }) => path).toSorted(), files.toSorted(), 'run build/generate.ts')
  })

  test('have unique IDs and prefixes', () => {
    const all = templateTexts.map(({ name, text }) => loadTemplate(text, name))
    for (const values of [all.map(({ id }) => id), all.flatMap(({ prefix }) => prefix || [])])
      assert.deepEqual(
        values.filter((value, i) => values.indexOf(value) !== i),
        [],
      )
  })
})

for (const { path, group, template, text } of fragments) {
  const { snippet } = template
  const rendered = snippet.text
  const document = readQuickly(rendered)

  suite(path, () => {
    test('has a title, a one-sentence description, a valid prefix and little guidance', () => {
      assert.deepEqual(template.problems, [])
      assert.equal(template.type, undefined, 'a fragment is no document type')
      assert.match(text, /^---\ntitle: /)
      assert.match(template.description, /^[A-Z].*[^.]\.$/, 'one sentence')
      assert.ok(template.description.length <= 140)
      assert.match(template.prefix, /^dd-[a-z\d]+(?:-[a-z\d]+)*$/)
      const guidance = document.comments.filter(({ text }) => !/^design-docs/.test(text))
      assert.ok(guidance.length <= 2, 'guidance stays short')
    })

    test('starts with its diagram or with a heading of its depth', () => {
      const start = group === 'diagrams' ? /^```mermaid\n/ : group === 'sections' ? /^###? \S/ : /^### \S/
      assert.match(rendered, start)
      const depths = document.nodes('heading').map(({ depth }) => depth)
      assert.ok(
        depths.every((depth, i) => i === 0 || (depth > (depths[0] ?? 0) && depth <= (depths[i - 1] ?? 0) + 1)),
        'headings nest under the first',
      )
    })

    test('has tab stops in reading order, and ends with the final one', () => {
      const indexes = [...new Set(snippet.tabStops.flatMap(({ index }) => (index ? [index] : [])))]
      assert.ok(indexes.length > 0)
      assert.deepEqual(
        indexes,
        Array.from(indexes, (_, i) => i + 1),
      )
      assert.match(snippet.source.trimEnd(), /\$0$/)
      for (const { index, placeholder } of snippet.tabStops) if (index) assert.ok(placeholder, `tab stop ${index}`)
    })

    test('renders to plain Markdown', () => {
      assert.doesNotMatch(rendered, /\$\{|\|\}|\\[$}]/)
      assert.doesNotMatch(rendered, /[ \t]$|\t|\r|\n{3}/m)
    })

    test('has tables with rows of equal length and no empty cells', () => {
      for (const table of document.nodes('table')) {
        assert.ok(table.children.length > 1)
        const width = table.children[0]?.children.length
        for (const row of table.children) {
          assert.equal(row.children.length, width)
          for (const cell of row.children) assert.ok(cell.children.length > 0, 'no cell is empty')
        }
      }
      // No failed tables: the parser reads a table with a wrong delimiter row as text.
      for (const node of document.nodes('text')) assert.doesNotMatch(node.value, /^\||\|\n/)
    })

    test('has diagrams that parse', async () => {
      for (const diagram of document.diagrams) {
        assert.equal(diagram.engine, 'mermaid')
        assert.deepEqual(await host.checkDiagram('mermaid', diagram.source), [])
      }
      if (group === 'diagrams') {
        assert.equal(document.diagrams.length, 1)
        assert.match(document.diagrams[0]?.source ?? '', kinds[path] ?? /^$/)
      }
      if (group.startsWith('patterns/')) assert.ok(document.diagrams.length > 0)
    })

    test('reports exactly its placeholders and examples with no-placeholder', async () => {
      const linter = createLinter({ rules: [noPlaceholder], types, host, rethrow: true })
      const { messages } = await linter.lint(document, undefined, 'note')
      const examples = messages.filter(({ reason }) => reason.startsWith("Still the template's example"))
      // Blocks with the date of insertion differ each time, so they are not recognised as examples.
      const blocks = document.nodes('code').filter(({ value }) => !/\d{4}-\d{2}-\d{2}, \d+d/.test(value))
      assert.deepEqual(
        examples.map(({ start }) => start),
        blocks.map((node) => document.rangeOf(node).start),
      )
      const isInCode = ({ offset }: { readonly offset: number }) =>
        [...document.nodes('code'), ...document.nodes('inlineCode')]
          .map(document.rangeOf)
          .some(({ start, end }) => offset >= start && offset < end)
      const open = snippet.tabStops.filter(
        // A tab stop without an index is a variable inside another tab stop.
        (stop) => stop.index !== undefined && stop.placeholder.startsWith('[') && !isInCode(stop),
      )
      assert.deepEqual(
        messages.filter((message) => !examples.includes(message)).map(({ start, end }) => rendered.slice(start, end)),
        open.map(({ placeholder }) => placeholder),
      )
    })

    if (group === 'principles')
      test('has a weak example and a better one', () => {
        assert.match(rendered, /\bWeak\b|\bLooks like\b/)
        assert.match(rendered, /\bBetter\b|\bIn its place\b/)
      })

    if (!group.startsWith('patterns/')) return

    test('lists when to use it, when not, pros, cons and costs, in this order', () => {
      const said = document.nodes('strong').map(wordsOf)
      assert.deepEqual(
        said.filter((words) => parts.includes(words)),
        parts,
      )
      const lists = document.blocks.filter(
        (node, i, all) => node.type === 'list' && parts.includes(wordsOf(all[i - 1]).trim()),
      )
      assert.equal(lists.length, parts.length, 'a list under each')
      for (const list of lists) assert.ok('children' in list && list.children.length >= 2)
    })
  })
}

/** The text of a node and its descendants. */
const wordsOf = (node: Nodes | undefined): string =>
  !node ? '' : 'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : ''
