import { readFile, writeFile } from 'node:fs/promises'
import type { DocumentModel } from '../../src/core/document/document.ts'
import { createLinter, type LintMessage } from '../../src/core/lint/lint.ts'
import { typeOf } from '../../src/core/template/typeOf.ts'
import { createPositions } from '../../src/core/text/positions.ts'
import { rules } from '../../src/generated/rules.ts'
import { host } from '../diagramHost.ts'
import { listDesigns, readDesign, types } from './corpus.ts'

/** A message about a document in the corpus. */
interface Hit {
  readonly name: string
  readonly line: number
  readonly rule: string
  /** The words that are reported; nothing else of the document is kept. */
  readonly phrase: string
}

/** The judgement of a hit by somebody who read the document. */
interface Verdict {
  readonly verdict: 'right' | 'wrong' | '?'
  readonly why: string
}

/** The rules that name an anti-pattern, which says that the shape of a whole design is wrong. */
const antiPatterns = new Set([
  'no-big-design-up-front',
  'no-distributed-monolith',
  'no-god-component',
  'no-premature-microservices',
  'no-resume-driven-technology',
  'no-unbounded-access',
])

/** `no-placeholder`, and the rules that compare two places. A missing diagram title needs no judgement. */
const judged = rules.filter(
  ({ id, category }) => id === 'no-placeholder' || (category === 'agreement' && id !== 'diagram-alt-text'),
)

/** The list of hits, which is part of the repository. */
const file = new URL('../../test/fixtures/hits.txt', import.meta.url)

export const readHits = (): Promise<string> => readFile(file, 'utf8').catch(() => '')

/** Rewrites the list and keeps the judgements. Returns how many are right, or that the corpus is absent. */
export async function updateHits(corpus?: URL): Promise<string> {
  const list = await listHits(await readHits(), corpus)
  if (list === undefined) return 'Skipped: there are no documents in ../shared/corpus.'
  await writeFile(file, list)
  return list.replace(/^[^#].*\n?/gm, '')
}

/**
 * What the rules report in all design documents, one line per hit, with the judgements of an older list.
 *
 * @returns undefined if the corpus is absent
 */
export async function listHits(older: string, corpus?: URL): Promise<string | undefined> {
  const names = await listDesigns(corpus)
  if (!names) return undefined
  const verdicts = readVerdicts(older)
  const lines: string[] = []
  const counts = new Map<string, Record<Verdict['verdict'], number>>()
  for (const name of names) {
    const document = await readDesign(name, corpus)
    const type = typeOf({ types }, document, name)?.id ?? 'system-design'
    const messages = [
      ...(await linter.lint(document, name, type)).messages,
      // As if each were the design of a system, since red flags are only raised there.
      ...(await flagLinter.lint(document, name, 'system-design')).messages,
    ].toSorted((a, b) => a.start - b.start)
    const place = createPositions(document.text)
    for (const message of messages) {
      const hit = { name, line: place(message.start).line, rule: message.ruleId, phrase: phraseOf(document, message) }
      const { verdict, why } = verdicts.get(keyOf(hit))?.shift() ?? { verdict: '?', why: '' }
      lines.push([verdict, `${name}:${hit.line}`, hit.rule, hit.phrase, why].join('\t').trimEnd())
      const count = counts.get(hit.rule) ?? { right: 0, wrong: 0, '?': 0 }
      count[verdict]++
      counts.set(hit.rule, count)
    }
  }
  for (const rule of antiPatterns) if (!counts.has(rule)) counts.set(rule, { right: 0, wrong: 0, '?': 0 })
  const summary = [...counts].sort().map(([rule, count]) => {
    const all = count.right + count.wrong + count['?']
    return `# ${rule}: ${count.right} of ${all} right${count['?'] ? `, ${count['?']} not judged` : ''}`
  })
  return [...introduction, ...summary, ...lines, ''].join('\n')
}

const introduction = [
  '# What no-placeholder, the rules of agreement and the six anti-patterns report in the design documents of ../shared/corpus.',
  '# Somebody who has read the document says `right` or `wrong` and why. `npm run accuracy -- --hits` writes the list anew and',
  '# keeps that.',
]

const linter = createLinter({ rules: judged, types, host, rethrow: true })
const flagLinter = createLinter({
  rules: rules.filter(({ id }) => antiPatterns.has(id)),
  types,
  host,
  rethrow: true,
})

/** The reported words, or the reason if they have no letter, digit, `?` or full stop; at most 60 characters. */
function phraseOf({ text }: DocumentModel, { start, end, reason }: LintMessage): string {
  const written = text.slice(start, end).replace(/\s+/g, ' ').trim()
  const phrase = /[\p{L}\d?.]/u.test(written) ? written : reason
  return phrase.length > 60 ? `${phrase.slice(0, 59)}…` : phrase
}

/** Identifies a hit independently of its line. */
const keyOf = ({ name, rule, phrase }: Omit<Hit, 'line'>): string => [name, rule, phrase].join('\t')

/** The judgements in a list: for each hit, those of all its occurrences, in order. */
function readVerdicts(list: string): ReadonlyMap<string, Verdict[]> {
  const verdicts = new Map<string, Verdict[]>()
  for (const line of list.split('\n')) {
    const [verdict, place = '', rule = '', phrase = '', why = ''] = line.split('\t')
    if (verdict !== 'right' && verdict !== 'wrong') continue
    const key = keyOf({ name: place.replace(/:\d+$/, ''), rule, phrase })
    verdicts.set(key, [...(verdicts.get(key) ?? []), { verdict, why }])
  }
  return verdicts
}
