/**
 * Measures whether rules and judges distinguish single sentences that make a point from those that only seem to. A
 * sentence that states a flag is put into a design that is otherwise sound, where the flag's rule has to fire. A
 * sentence about an aspect is put into a design that says nothing else about it, whose checklist item may then no
 * longer be `missing`.
 */
import { readdir, readFile } from 'node:fs/promises'
import { type ChecklistId, reviewChecklist } from '../../src/checklist/index.ts'
import { createDocument } from '../../src/core/document/document.ts'
import { createLinter } from '../../src/core/lint/lint.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { rules } from '../../src/generated/rules.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { types } from './corpus.ts'
import { type HashHalf, isInHalf, tableOf } from './files.ts'

/** How a kind of sentence is detected, and which group it counts for. */
interface Kind {
  readonly group: 'flags' | 'aspects' | 'others'
  /** The rules of which at least one has to report something. The design alone has no findings of theirs. */
  readonly rules?: readonly string[]
  /** The checklist item that may no longer be `missing`. */
  readonly item?: ChecklistId
  /** Where in the design the sentence is put, if not among the details. */
  readonly place?: 'requirement'
}

/**
 * Kinds of sentence, by file name. An `unfinished` sentence shows as a placeholder or an open question. A
 * `vague-quality` is put among the requirements, since it is a flaw only there. `redundancy` is measured by the
 * checklist item on failure modes, since that is what redundancy is for, and counted apart, since it also keeps a flag
 * silent.
 */
export const kinds: Readonly<Record<string, Kind>> = {
  spof: { group: 'flags', rules: ['no-single-point-of-failure'] },
  'skill-gap': { group: 'flags', rules: ['missing-team-fit'] },
  'unbounded-access': { group: 'flags', rules: ['no-unbounded-access'] },
  'god-component': { group: 'flags', rules: ['no-god-component'] },
  'distributed-monolith': { group: 'flags', rules: ['no-distributed-monolith'] },
  'premature-microservices': { group: 'flags', rules: ['no-premature-microservices'] },
  'resume-driven': { group: 'flags', rules: ['no-resume-driven-technology'] },
  'big-design-up-front': { group: 'flags', rules: ['no-big-design-up-front'] },
  cost: { group: 'aspects', item: 'cost-estimate' },
  security: { group: 'aspects', item: 'security' },
  monitoring: { group: 'aspects', item: 'monitoring' },
  'failure-handling': { group: 'aspects', item: 'failure-modes' },
  scaling: { group: 'aspects', item: 'scaling' },
  redundancy: { group: 'others', item: 'failure-modes' },
  'vague-quality': { group: 'others', rules: ['measurable-requirement'], place: 'requirement' },
  unfinished: { group: 'others', rules: ['no-placeholder', 'open-questions'] },
}

/** The goals for the half that nobody has looked at. */
const goals = { flags: { recall: 0.6, falseShare: 0.03 }, aspects: { recall: 0.8, falseShare: 0.12 } } as const

/** A sentence, and whether it is detected. */
interface Measured {
  readonly kind: string
  readonly text: string
  readonly says: boolean
  readonly isSeen: boolean
}

const readHost = async (name: string): Promise<string> => readFile(new URL(`hosts/${name}.md`, import.meta.url), 'utf8')
const hosts = { sound: await readHost('sound'), bare: await readHost('bare') }

export async function reportSentences(
  corpus: URL,
  half: HashHalf | undefined,
  { misses = false }: { readonly misses?: boolean } = {},
): Promise<boolean> {
  const folder = new URL('sentences/', corpus)
  const files = (await readdir(folder)).map((file) => file.replace(/\.jsonl$/, ''))
  const measured: Measured[] = []
  for (const [kind, how] of Object.entries(kinds).filter(([kind]) => files.includes(kind))) {
    const isSeen = await createTest(how)
    const lines = (await readFile(new URL(`${kind}.jsonl`, folder), 'utf8')).trim().split('\n')
    for (const { text, says } of lines.map((line) => JSON.parse(line) as { text: string; says: boolean }))
      if (isInHalf(text, half)) measured.push({ kind, text, says, isSeen: await isSeen(text) })
  }
  const of = (group: Kind['group']) => measured.filter(({ kind }) => kinds[kind]?.group === group)
  console.log(`\nSentences, ${measured.length} in all\n`)
  if (misses) printMisses(measured)
  const rows = [
    ...Object.keys(kinds).map((kind) =>
      rowOf(
        kind,
        measured.filter((each) => each.kind === kind),
      ),
    ),
    rowOf('all flags', of('flags')),
    rowOf('all aspects', of('aspects')),
    rowOf('all', measured),
  ]
  console.log(tableOf([['kind', 'seen', 'of', 'recall', 'falsely', 'of', 'share'], ...rows]))
  const reached = Object.entries(goals).map(([group, { recall, falseShare }]) => {
    const { said, unsaid } = countSeen(of(group as keyof typeof goals))
    const isReached = said.share >= recall && unsaid.share <= falseShare
    console.log(`Goal for ${group}: recall ${recall}, false ${falseShare}: ${isReached ? 'reached' : 'NOT reached'}`)
    return isReached
  })
  return reached.every(Boolean)
}

/** Creates the test for sentences of a kind. Throws if the design alone already passes it. */
export async function createTest({ rules: ids, item, place }: Kind): Promise<(text: string) => Promise<boolean>> {
  const test = ids ? createFlagTest(ids, place ?? 'here') : async (text: string) => isAnswered(text, item)
  if (await test('')) throw new Error(`The design without a sentence is not silent for ${ids ?? item}`)
  return test
}

function createFlagTest(ids: readonly string[], place: string): (text: string) => Promise<boolean> {
  const linter = createLinter({
    rules: rules.filter(({ id }) => ids.includes(id)),
    types,
    host: { checkDiagram: async () => [] },
    rethrow: true,
  })
  return async (text) =>
    (await linter.lint(read(hosts.sound, place, text), undefined, 'system-design')).messages.length > 0
}

const isAnswered = (text: string, item: ChecklistId | undefined): boolean =>
  reviewChecklist(read(hosts.bare, 'here', text)).some(({ id, status }) => id === item && status !== 'missing')

/** The design with a sentence at the given place, and nothing at the other places. */
const read = (host: string, place: string, text: string) =>
  createDocument(
    createParser().parse(
      host.replaceAll(/<!-- (\w+) -->/g, (_, name: string) => (name !== place || !text ? '' : asBlock(text, place))),
    ),
    syntaxes,
  )

/** The sentence as a Markdown block: a table row gets a table around it, a requirement becomes a list item. */
function asBlock(text: string, place: string): string {
  if (text.startsWith('|')) {
    const columns = text.replaceAll('\\|', '').split('|').length - 2
    return `\n| Part |${' Note |'.repeat(columns - 1)}\n|${'---|'.repeat(columns)}\n${text}\n`
  }
  return place === 'requirement' ? `- ${text}` : text
}

function countSeen(measured: readonly Measured[]) {
  const of = (some: readonly Measured[]) => {
    const seen = some.filter(({ isSeen }) => isSeen).length
    return { seen, all: some.length, share: some.length === 0 ? Number.NaN : seen / some.length }
  }
  return { said: of(measured.filter(({ says }) => says)), unsaid: of(measured.filter(({ says }) => !says)) }
}

function rowOf(name: string, measured: readonly Measured[]): readonly string[] {
  const { said, unsaid } = countSeen(measured)
  return [name, ...[said, unsaid].flatMap(({ seen, all, share }) => [`${seen}`, `${all}`, share.toFixed(2)])]
}

/** Prints the misjudged sentences of half `a`, the one that may be looked at. */
function printMisses(measured: readonly Measured[]): void {
  for (const { kind, text, says, isSeen } of measured)
    if (says !== isSeen && isInHalf(text, 'a')) console.log(`${kind}  ${says ? 'not seen' : 'falsely'}  ${text}`)
  console.log('')
}
