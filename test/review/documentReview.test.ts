import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createLinter } from '../../src/core/lint/lint.ts'
import { rules } from '../../src/generated/rules.ts'
import { type DocumentReview, headlineOf, reviewDocument, summaryOf } from '../../src/review/documentReview.ts'
import { host, readModel, types } from '../util/linting.ts'

async function lint(text: string) {
  const model = readModel(text)
  const { type, messages } = await createLinter({ rules, types, host, rethrow: true }).lint(model)
  assert.ok(type)
  return { model, type, messages }
}

async function review(text: string): Promise<DocumentReview> {
  const { model, type, messages } = await lint(text)
  return reviewDocument(model, type, messages)
}

/** A group as shown: its items, with descriptions and the text that they lead to. */
const show = (text: string, { groups }: DocumentReview, id: string) =>
  groups
    .find((group) => group.id === id)
    ?.items.map(({ icon, label, description, place }) => ({
      line: [icon, label, description].filter(Boolean).join(' | '),
      at: place && text.slice(place.start, place.end),
    }))

const design = `# System Design: Shop

## Overview

A shop that sells one thing, on three servers behind a load balancer.

## Components

| Component | Responsibility | Technology |
|---|---|---|
| Orders | Takes orders and keeps them | Go |
| Stock | Counts what is left | Go |

## Data Flow

\`\`\`mermaid
sequenceDiagram
  Orders->>Stock: take one
\`\`\`

## Open Questions

- [ ] How long may an order wait?
- [x] Which database?
- ~~Which queue?~~ None.
`

suite('the review of a design', () => {
  test('has all checklist items, each with its evidence', async () => {
    const found = await review(design)
    assert.equal(found.checklist.length, 11)
    const components = show(design, found, 'checklist')?.find(({ line }) => line.includes('Components'))
    assert.match(components?.line ?? '', /^met \| Components \| /)
    assert.match(components?.at ?? '', /Orders/)
    const monitoring = found.checklist.find(({ label }) => label === 'Monitoring')
    assert.equal(monitoring?.icon, 'missing')
    // A topic that is covered nowhere leads to its place in the template.
    assert.match(design.slice(monitoring?.place?.start), /^\s*## Open Questions/)
    assert.match(monitoring?.guidance ?? '', /\w/)
  })

  test('lists components, diagrams and open questions', async () => {
    const found = await review(design)
    assert.deepEqual(show(design, found, 'components'), [
      { line: 'component | Orders', at: 'Orders' },
      { line: 'component | Stock', at: 'Stock' },
    ])
    assert.deepEqual(show(design, found, 'diagrams'), [{ line: 'diagram | Sequence diagram | Data Flow', at: '' }])
    assert.deepEqual(
      show(design, found, 'questions')?.map(({ line }) => line),
      ['question | How long may an order wait?'],
    )
  })

  test('splits a long question between label and description', async () => {
    const text = design.replace('How long may an order wait?', `${'word '.repeat(30)}end?`)
    const [question] = show(text, await review(text), 'questions') ?? []
    assert.match(question?.line ?? '', /^question \| (?:word ){24}… \| … (?:word ){6}end\?$/)
  })

  test('marks a diagram with a syntax error', async () => {
    const text = design.replace('Orders->>Stock: take one', 'Orders->>>>Stock')
    const [diagram] = show(text, await review(text), 'diagrams') ?? []
    assert.match(diagram?.line ?? '', /^error \| Sequence diagram \| /)
  })

  test('counts red flags separately from other findings, and neither counts nor lists hints', async () => {
    const found = await review(design)
    const of = (id: string) => found.groups.find((group) => group.id === id)?.items ?? []
    const { messages } = await lint(design)
    const hints = messages.filter(({ severity }) => severity === 'hint')
    assert.ok(hints.length > 0)
    assert.equal(found.redFlags + found.findings, messages.length - hints.length)
    assert.ok([...of('redFlags'), ...of('findings')].every(({ state }) => state !== 'hint'))
    assert.ok(found.redFlags > 0)
    assert.equal(of('redFlags').length, found.redFlags)
    assert.equal(of('findings').length, found.findings)
    assert.match(summaryOf(found), /^\d+\/11 · \d+ red flags?$/)
    assert.match(headlineOf(found), /^System design · \d+\/11 · \d+ red flags? · \d+ findings?$/)
    const calm = await review(`---\nrules: { red-flag: hint }\n---\n${design}`)
    assert.deepEqual([calm.redFlags, calm.findings], [0, found.findings])
  })
})

test('the review of a component design has all checklist items', async () => {
  const found = await review(
    '---\ndocumentType: component-design\n---\n# Component Design: Orders\n\n## Responsibility\n\nTakes orders and keeps them.\n',
  )
  assert.equal(found.type, 'Component design')
  assert.equal(found.checklist.length, 11)
  assert.match(summaryOf(found), /^\d+\/11$/)
  assert.match(headlineOf(found), /^Component design · \d+\/11 · \d+ findings?$/)
})

suite('the review of a decision', () => {
  const decision = `---
documentType: adr
---
# ADR-0002: Use a queue

- **Status:** Accepted
- **Date:** 2026-03-09
- **Supersedes:** [ADR-0001](0001-poll.md)

## Alternatives Considered

### A table

- **Pros:** it is there
- **Cons:** it is slow
- **Why not:** too slow

### [Only Kafka]

- **Pros:** one system to run for queues and streams alike
- **Cons:** nobody has run it

### [Second alternative, such as: leave it]
`

  test('shows status, date, links and options, and has no checklist', async () => {
    const found = await review(decision)
    assert.deepEqual(show(decision, found, 'decision'), [
      { line: 'status | Status | Accepted', at: 'Accepted' },
      { line: 'date | Date | 2026-03-09', at: '2026-03-09' },
      { line: 'link | Supersedes | ADR-0001', at: '[ADR-0001](0001-poll.md)' },
    ])
    assert.deepEqual(
      show(decision, found, 'options')?.map(({ line }) => line),
      ['option | A table', 'option | [Only Kafka]'],
    )
    assert.deepEqual(
      found.groups.map(({ id }) => id),
      ['decision', 'options', 'findings'],
    )
    assert.equal(summaryOf(found), 'Accepted')
  })

  test('says that the status is missing', async () => {
    assert.equal(summaryOf(await review('# ADR-0002: Use a queue\n\n## Context\n\nIt is slow.\n')), 'No status')
  })
})
