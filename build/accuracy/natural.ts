/** Measures each rule on two small repositories in an engineer's own words, with the rule's flaw and without. */
import { readdir } from 'node:fs/promises'
import { rules } from '../../src/generated/rules.ts'
import { type HashHalf, isInHalf, type LintedFile, lintRepository, readRepository, tableOf } from './files.ts'

/** For the rules in `demanding`: this share has to fire on the bad repository, and all be silent on the good one. */
const goal = 0.9
const demanding = ['structure', 'decision', 'c4', 'agreement', 'silencing']

interface Compared {
  readonly rule: string
  readonly category: string
  readonly fires: boolean
  readonly isSilent: boolean
  readonly bad: readonly LintedFile[]
  readonly good: readonly LintedFile[]
}

export async function reportNatural(corpus: URL, half: HashHalf | undefined): Promise<boolean> {
  const folder = new URL('natural/', corpus)
  const names = (await readdir(folder)).filter((name) => isInHalf(name, half)).toSorted()
  const all: Compared[] = []
  for (const rule of names) all.push(await compare(rule, folder))
  console.log(`\nNatural designs, ${all.length} rules\n`)
  const heard = (files: readonly LintedFile[], rule: string) =>
    files.flatMap(({ messages }) => messages).find(({ ruleId }) => ruleId === rule)?.reason ?? ''
  const rows = all.flatMap(({ rule, fires, isSilent, bad, good }) => [
    ...(fires ? [] : [[rule, 'silent on bad', `taken for ${bad.map(({ type }) => type ?? 'nothing').join(', ')}`]]),
    ...(isSilent ? [] : [[rule, 'fires on good', heard(good, rule)]]),
  ])
  console.log(tableOf([['rule', 'what is wrong', ''], ...rows]))
  const measured = [
    ['all', all],
    ['structure, decisions, C4, agreement', all.filter(({ category }) => demanding.includes(category))],
  ] as const
  const reached = measured.map(([name, some]) => {
    const firing = some.filter(({ fires }) => fires).length
    const silent = some.filter(({ isSilent }) => isSilent).length
    const isReached = silent === some.length && firing >= goal * some.length
    console.log(`${name}: ${firing} of ${some.length} fire on bad, ${silent} silent on good`)
    return isReached
  })
  console.log(`Goal for the latter: nine of ten fire, all silent: ${reached[1] ? 'reached' : 'NOT reached'}`)
  return reached[1] ?? false
}

async function compare(rule: string, folder: URL): Promise<Compared> {
  const bad = await lintRepository(await readRepository(new URL(`${rule}/bad/`, folder)))
  const good = await lintRepository(await readRepository(new URL(`${rule}/good/`, folder)))
  const hits = (files: readonly LintedFile[]) =>
    files.some(({ messages }) => messages.some(({ ruleId }) => ruleId === rule))
  const category = rules.find(({ id }) => id === rule)?.category ?? ''
  return { rule, category, fires: hits(bad), isSilent: !hits(good), bad, good }
}
