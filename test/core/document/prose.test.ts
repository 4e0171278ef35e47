import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { reviewChecklist } from '../../../src/checklist/index.ts'
import { readDecision } from '../../../src/core/decisions/record.ts'
import { statusOf } from '../../../src/core/decisions/status.ts'
import { rules } from '../../../src/generated/rules.ts'
import { lint, lintDocument, readModel } from '../../util/linting.ts'

const design = `# System Design: Orders

Status: Accepted

## Overview

The shop of a wholesaler takes orders by the web and hands them to the warehouse, which packs them by the day.

## Requirements

- The system should answer each request of the shop while the warehouse is away.

## Components

### Order Service

Takes orders and keeps them.

Dependencies: Stock Service

### Stock Service

Tells what is left of each article.

## Cost Estimate

| Item | Monthly |
|---|---|
| Machines | $20 |
| Storage | $30 |

## Failure Modes

- The warehouse does not answer.

Orders go through a queue to the warehouse, and the queue keeps each order for a week, and a worker takes one at a time.
Prices come from the catalogue, where each product has one, and the shop reads them when it starts and is ready.
`

const decision = `# ADR-007: Use a queue

- Status: Accepted
- Date: 2026-03-09

## Context

Orders get lost when the warehouse is away, and the people there find out by the calls of customers.

## Decision

We use a queue.

## Alternatives Considered

### A queue

Keeps orders.

### A table

Is polled.

## Consequences

Orders wait until the warehouse takes them, and the queue is watched by the people who run the machines of the shop.
`

/** Comments that would matter to rules, each to different ones, if they were content. */
const comments = [
  '<!-- trade-offs: considered and rejected, in exchange for less -->',
  '<!-- fast, scalable and highly available, 99.99 % with 10 hours of downtime a year -->',
  '<!-- TBD Status: Draft Date: 2020-01-01 Superseded by ADR-9 Pros: cheap Cons: slow Why not: old -->',
  '<!-- total: $99 = $1 + $1, 100 users, login, authentication, encryption, metrics, alerts, backups, 10x, 100x -->',
  '<!-- Impact: none Mitigation: retry, not shown here, external, Billing Service: stores bills in PostgreSQL -->',
]

/** Rules that are about comments. */
const aboutComments = new Set(['no-guidance-comment', 'unused-disable'])
const others = rules.filter(({ id }) => !aboutComments.has(id))

async function readings(text: string, type: string) {
  const document = readModel(text)
  const found = await lintDocument(document, others, type, 'docs/adr/0007-use-a-queue.md')
  const { supersededBy, supersedes, ...rest } = readDecision(document, '0007.md')
  return {
    found: found.map(({ ruleId, reason, start }) => ({ ruleId, reason, start })),
    checklist: reviewChecklist(document).map(({ id, status }) => ({ id, status })),
    decision: { ...rest, supersededBy: supersededBy.length, supersedes: supersedes.length },
    titles: document.sections.map(({ title, key }) => [title, key]),
  }
}

suite('comments are not content', () => {
  for (const [type, text] of [
    ['system-design', design],
    ['adr', decision],
  ] as const)
    test(`a ${type} with a comment on any line reads like one with blanks in its place`, async () => {
      const lines = text.split('\n')
      for (const [index, line] of lines.entries()) {
        // Text after a delimiter row would change the table.
        if (/^\|-/.test(line)) continue
        const comment = comments[index % comments.length] ?? ''
        const put = (words: string) =>
          lines.with(index, line.endsWith('|') ? line.replace(/ \|$/, ` ${words} |`) : `${line} ${words}`).join('\n')
        assert.deepEqual(
          await readings(put(comment), type),
          await readings(put(comment.replace(/./g, ' ')), type),
          `${index + 1}: ${line}`,
        )
      }
    })

  test('a disable comment for trade-off-stated is in use, although it names a trade-off itself', async () => {
    const silenced = `<!-- design-docs-disable-file trade-off-stated -->\n\n${design}`
    const found = (await lint(silenced, rules, 'system-design')).map(({ ruleId }) => ruleId)
    assert.ok((await lint(design, rules, 'system-design')).some(({ ruleId }) => ruleId === 'trade-off-stated'))
    assert.deepEqual(
      found.filter((id) => ['trade-off-stated', 'unused-disable'].includes(id)),
      [],
    )
  })

  test('a comment in the middle of a line reads like blanks in its place', async () => {
    const put = (words: string) =>
      `# ADR-007: ${words} Queue\n\n- Status: Acceptd ${words}\n- Availability: 99.9 % ${words} (four nines) ${words} of uptime\n`
    const comment = '<!-- ADR-008 as measured, 3 times -->'
    const read = async (words: string) =>
      (await lint(put(words), rules, 'adr')).map(({ ruleId, start, reason }) => ({
        ruleId,
        start,
        reason: reason.replace(/\s+/g, ' '),
      }))
    const found = await read(comment)
    assert.deepEqual(
      found.filter(({ ruleId }) => !aboutComments.has(ruleId)),
      await read(comment.replace(/./g, ' ')),
    )
    for (const id of ['availability-arithmetic', 'allowed-choice']) assert.ok(found.some(({ ruleId }) => ruleId === id))
  })

  test('a value ends at the comment after it, and prose is as long as the text', () => {
    assert.equal(statusOf(readModel('# ADR-1: x\n\nStatus: Accepted <!-- Draft | Accepted -->\n')), 'Accepted')
    const { prose, text } = readModel('> a <!-- x\r\n> 😀 --> b\n\n`<!-- code -->` <!-- open')
    assert.equal(prose.length, text.length)
    assert.equal(prose, '> a       \r\n         b\n\n`<!-- code -->` <!-- open')
  })
})
