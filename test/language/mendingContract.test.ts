import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readExamples, readRuleHeader } from '../../build/ruleHeader.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import type { Fix } from '../../src/core/lint/rule.ts'
import { componentNamesOf } from '../../src/reading/components/componentNames.ts'
import { host, readQuickly, types } from '../util/linting.ts'
import { type Mended, mendingRules, mendText } from '../util/mending.ts'

/** The rule and name of everything a finding is about: a message on several parts changes when one of them is fixed. */
const keysOf = ({ message: { ruleId, reason } }: Mended): readonly string[] =>
  Array.from(reason.matchAll(/`([^`]+)`/g), ([, name]) => `${ruleId} ${/^No/.test(reason)} ${name}`)

/** The sources of the diagrams that parse in their notation, `false` for each of the others. */
const rightIn = async (text: string) =>
  Promise.all(
    readQuickly(text).diagrams.map(
      async ({ engine = '', source }) => (await host.checkDiagram(engine, source)).length === 0 && source,
    ),
  )

interface Figures {
  documents: number
  findings: number
  offered: number
  readonly byTitle: Map<string, number>
}

const kindOf = ({ title }: Fix): string => /^\w+(?: an? \w+)?/.exec(title)?.[0] ?? title

/** Applies each fix in a text by itself, and returns what is wrong afterwards. */
async function tryFixes(text: string, typeId: string | undefined, figures: Figures): Promise<readonly string[]> {
  const wrong: string[] = []
  const before = await mendText(text, typeId)
  figures.documents++
  figures.findings += before.length
  const known = new Set(before.flatMap(keysOf))
  const right = await rightIn(text)
  for (const each of before)
    for (const fix of each.fixes) {
      figures.offered++
      figures.byTitle.set(kindOf(fix), (figures.byTitle.get(kindOf(fix)) ?? 0) + 1)
      const after = applyEdits(text, fix.edits)
      const left = new Set((await mendText(after, typeId)).flatMap(keysOf))
      const own = keysOf(each).filter((key) =>
        fix.title.startsWith('Describe "') ? key.endsWith(` ${named(fix)}`) : true,
      )
      const isMisspeltOften = each.message.ruleId === 'undefined-reference' && fix.title.startsWith('Change')
      const complain = (what: string) => wrong.push(`${fix.title}: ${what}`)
      if (!isMisspeltOften && own.some((key) => left.has(key))) complain('the finding is still there')
      for (const key of left) if (!known.has(key)) complain(`there is another one: ${key}`)
      // Everything is still there and in the same order, except for a name that was replaced by another.
      for (const { start, end } of fix.edits)
        if (text.slice(start, end).trim() !== '' && !/^C(?:all|hange)/.test(fix.title)) complain('it takes words away')
      const now = await rightIn(after)
      const isDraft = each.message.ruleId === 'required-diagram'
      if (now.length !== right.length + Number(isDraft)) complain('there are more or fewer diagrams')
      const broken = now.filter((source) => source === false).length - right.filter((source) => source === false).length
      if (broken > 0) complain('a diagram is broken')
    }
  return wrong
}

const named = ({ title }: Fix): string | undefined => /^Describe "(.*)" (?:under|below)/.exec(title)?.[1]

const createFigures = (): Figures => ({ documents: 0, findings: 0, offered: 0, byTitle: new Map() })

test('every fix in the rules’ examples removes its finding and causes no other', async () => {
  const figures = createFigures()
  const wrong: string[] = []
  for (const { id } of mendingRules) {
    const source = readFileSync(new URL(`../../src/rules/${id}.ts`, import.meta.url), 'utf8')
    for (const { text, type } of readExamples(readRuleHeader(source)))
      wrong.push(...(await tryFixes(text, type, figures)))
  }
  assert.deepEqual(wrong, [])
  assert.ok(figures.offered > 3, `${figures.offered}`)
})

const corpus = new URL('../../../shared/corpus/design/', import.meta.url)

/** One in this many documents is tried; 1 tries all of them. */
const every = Number(process.env['MENDING_EVERY'] ?? 84)

/** Variants of a document whose diagrams and text disagree: without diagrams, or with another name for a component. */
function* variants(text: string): Generator<{ readonly text: string; readonly type?: string }> {
  yield { text }
  const model = readQuickly(text)
  const type = types.find(({ id }) => id === 'system-design')
  const bare = model.diagrams.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  if (type) for (const typeId of ['system-design', 'c4-design', 'arc42']) yield { text: bare, type: typeId }
  if (!type || model.diagrams.length === 0) return
  const components = componentNamesOf({ document: model, type })
  for (const [index, name] of ['Zebra Planner', 'Quagga', 'Okapi Worker', 'Gnu'].entries()) {
    const place = components[index]?.place
    if (place) yield { text: text.slice(0, place.start) + name + text.slice(place.end), type: 'system-design' }
  }
  for (const { place } of components.slice(0, 3))
    yield {
      text: `${text.slice(0, place.start)}${misspelt(text.slice(place.start, place.end))}${text.slice(place.end)}`,
    }
}

/** The name with two adjacent letters of a word swapped. */
const misspelt = (name: string): string => name.replace(/(\p{L})(\p{L})(?=\p{L}{2})/u, '$2$1')

test('every fix in real documents removes its finding and causes no other', {
  skip: !existsSync(corpus) && 'there is no corpus',
}, async (context) => {
  const figures = createFigures()
  const wrong: string[] = []
  for (const file of readdirSync(corpus).filter((name, index) => name.endsWith('.md') && index % every === 19 % every))
    for (const { text, type } of variants(readFileSync(new URL(file, corpus), 'utf8')))
      wrong.push(...(await tryFixes(text, type, figures)).map((each) => `${file}: ${each}`))
  const { byTitle, ...counts } = figures
  context.diagnostic(JSON.stringify({ ...counts, ...Object.fromEntries(byTitle) }))
  assert.deepEqual(wrong, [])
  assert.ok(figures.offered > 0, `${figures.offered}`)
})
