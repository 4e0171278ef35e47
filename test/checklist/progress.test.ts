import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type ChecklistId, reviewChecklist } from '../../src/checklist/index.ts'
import type { DocumentModel } from '../../src/core/document/document.ts'
import { insertMissing } from '../../src/core/document/sections.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { hasChecklist } from '../../src/core/template/hasChecklist.ts'
import type { Template } from '../../src/core/template/template.ts'
import { rules } from '../../src/generated/rules.ts'
import { answer, type Filling, fill, fillingsOf, nonsense } from '../util/filling.ts'
import { lintDocument, readQuickly, resolve, templates } from '../util/linting.ts'

const designs = templates.flatMap((template) => {
  const { type } = template
  return type && hasChecklist(type) ? [{ template, type }] : []
})

/** The IDs of the items that are met. */
const metIn = (document: DocumentModel, type: Template['type']): ReadonlySet<ChecklistId> =>
  new Set(reviewChecklist(document, type).flatMap(({ id, status }) => (status === 'met' ? id : [])))

/** The items in an order determined by the seed. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state
  }
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** Without the rules that parse diagrams: that takes long, and the text of sections does not affect their findings. */
const quickRules = rules.filter(({ id }) => id !== 'diagram-syntax' && id !== 'drawable-diagram')

suite('a document of nonsense with all examples of its template reports them and gains nothing by them', () => {
  for (const { template, type } of designs)
    test(type.id, async () => {
      const text = fill(template, fillingsOf(template, nonsense, true))
      const document = readQuickly(text)
      const examples = document.nodes('code').map((node) => document.rangeOf(node).start)
      const found = (await lintDocument(document, quickRules, type.id)).filter(
        ({ ruleId }) => ruleId === 'no-placeholder',
      )
      assert.deepEqual(
        found.map(({ start, reason }) => [start, reason.startsWith("Still the template's example")]),
        examples.map((start) => [start, true]),
      )
      const without = document
        .nodes('code')
        .map(document.rangeOf)
        .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
      assert.deepEqual([...metIn(document, type)], [...metIn(readQuickly(without), type)], 'they count for nothing')
      assert.ok(!metIn(document, type).has('architecture-diagram'))
    })
})

suite('filling sections in any order loses no item and adds one warning at most', () => {
  for (const { template, type } of designs)
    test(type.id, async () => {
      const all = fillingsOf(template, answer)
      const parser = createParser()
      for (const seed of [1, 2, 3]) {
        const order = shuffled(all, seed)
        let before: ReadonlySet<ChecklistId> = new Set()
        let warnings: readonly string[] | undefined
        for (let count = 0; count <= order.length; count++) {
          // Without the status, since in a draft all of these findings are hints anyway.
          const text = fill(template, order.slice(0, count)).replace(/^- \*\*Status:\*\* .*\n/m, '')
          const document = readQuickly(text, parser)
          const met = metIn(document, type)
          const section = nameOf(template, order[count - 1])
          assert.deepEqual(
            [...before].filter((id) => !met.has(id)),
            [],
            `seed ${seed}: lost by writing ${section}`,
          )
          before = met
          if (seed > 1) continue
          const now = await warningsIn(document, type.id)
          const added = now.filter((each) => !warnings?.includes(each))
          assert.ok(added.length <= 1, `seed ${seed}: by writing ${section}: ${added.join('; ')}`)
          warnings = now
        }
        assert.ok(before.size > 1 || type.id === 'rfc', [...before].join())
      }
    })
})

const nameOf = ({ snippet }: Template, filling: Filling | undefined): string =>
  filling ? (snippet.text.slice(filling.start, filling.end).trim().split('\n')[0] ?? '') : 'nothing'

const warningsIn = async (document: DocumentModel, type: string): Promise<readonly string[]> =>
  (await lintDocument(document, quickRules, type)).flatMap(({ severity, ruleId, reason }) =>
    severity === 'warning' || severity === 'error' ? `${ruleId}: ${reason}` : [],
  )

suite('adding all missing sections loses no item', () => {
  for (const { template, type } of designs)
    test(type.id, () => {
      const text = fill(template, fillingsOf(template, answer))
      const document = readQuickly(text)
      const outer = document.sections.filter(({ depth }) => depth === 2)
      for (const seed of [1, 2, 3]) {
        const gone = shuffled(outer, seed).slice(0, Math.ceil(outer.length / 2))
        // Some of the remaining sections lose their last subsection.
        const parts = outer.flatMap(({ children }, index) => (index % 2 === seed % 2 ? children.slice(-1) : []))
        const left = [...new Set([...gone, ...parts.filter(({ parent }) => parent && !gone.includes(parent))])]
          .toSorted((a, b) => b.start - a.start)
          .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
        const edits = insertMissing(readQuickly(left), type)
        const added = applyEdits(left, edits, resolve)
        const met = metIn(readQuickly(added), type)
        assert.deepEqual(
          [...metIn(readQuickly(left), type)].filter((id) => !met.has(id)),
          [],
          `seed ${seed}`,
        )
      }
    })
})

suite('a template with its placeholders emptied meets no item', () => {
  for (const { template, type } of designs)
    test(type.id, () => {
      const met = metIn(
        readQuickly(
          fill(
            template,
            fillingsOf(template, () => '', true),
          ),
        ),
        type,
      )
      // The C4 template has names of components in a table, which could be anybody's.
      assert.deepEqual(
        [...met].filter((id) => type.id !== 'c4-design' || id !== 'components'),
        [],
      )
    })
})
