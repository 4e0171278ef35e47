/** Measures which documents are recognised as designs, at their real paths and at a path that says nothing. */
import { readFile } from 'node:fs/promises'
import { groupBy } from '../../src/core/data/groupBy.ts'
import { createDocument } from '../../src/core/document/document.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { typeOf } from '../../src/core/template/typeOf.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { types } from './corpus.ts'
import { type HashHalf, isInHalf, tableOf } from './files.ts'

interface Entry {
  readonly file: string
  readonly path: string
  readonly kind: string
}

interface Recognised extends Entry {
  /** The type at the real path (`atPath`) and at one that says nothing (`alone`). */
  readonly atPath: string | undefined
  readonly alone: string | undefined
}

/** The goals, as shares of the design documents. Of the other documents, none may be recognised. */
const goals = { atPath: 0.9, alone: 0.75 } as const

export async function reportRecognition(corpus: URL, half: HashHalf | undefined): Promise<boolean> {
  const designs = await recognise(new URL('design/', corpus), half)
  const others = await recognise(new URL('other/', corpus), half)
  console.log(`\nRecognition, ${designs.length} design documents and ${others.length} others\n`)
  const isWrong = ({ atPath, alone }: Recognised) => atPath === undefined || alone === undefined
  const said = (type: string | undefined) => type ?? '–'
  const row = ({ file, kind, path, atPath, alone }: Recognised) => [file, kind, said(atPath), said(alone), path]
  const shown = [...designs.filter(isWrong), ...others.filter((each) => each.atPath ?? each.alone)]
  console.log(tableOf([['not as it should be', 'kind', 'at its path', 'document.md', 'path'], ...shown.map(row)]))
  const kinds = groupBy(designs, ({ kind, atPath }) => `${kind}\t${said(atPath)}`)
  console.log('\nDesigns at their paths, by what they are and what they are taken for')
  const taken = [...kinds].map(([key, all]) => [...key.split('\t'), String(all.length)])
  console.log(tableOf(taken.toSorted((a, b) => (a.join() < b.join() ? -1 : 1))))
  const figure = (of: readonly Recognised[], where: 'atPath' | 'alone') =>
    of.filter((each) => each[where] !== undefined).length
  const figures = (['atPath', 'alone'] as const).map((where) => {
    const right = figure(designs, where)
    const wrong = figure(others, where)
    const isReached = right >= goals[where] * designs.length && wrong === 0
    const share = `${right} of ${designs.length} (${((100 * right) / designs.length).toFixed(0)} %)`
    console.log(
      `${where === 'atPath' ? '\nAt their paths' : 'At document.md'}: ${share}, goal ${goals[where] * 100} %; others ${wrong}, goal 0: ${isReached ? 'reached' : 'NOT reached'}`,
    )
    return isReached
  })
  return figures.every(Boolean)
}

async function recognise(folder: URL, half: HashHalf | undefined): Promise<readonly Recognised[]> {
  const entries = JSON.parse(await readFile(new URL('index.json', folder), 'utf8')) as readonly Entry[]
  const own = entries.filter(({ file }) => isInHalf(file, half))
  return Promise.all(
    own.map(async ({ file, path, kind }) => {
      const text = await readFile(new URL(file, folder), 'utf8')
      const document = createDocument(createParser().parse(text), syntaxes)
      const typeAt = (place: string) => typeOf({ types }, document, place)?.id
      return { file, path, kind, atPath: typeAt(path), alone: typeAt('document.md') }
    }),
  )
}
