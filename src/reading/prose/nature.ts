/** Tells whether a design is about something that runs, stores or serves, by its words. */

import { remember } from '../../core/data/remember.ts'
import type { DocumentModel } from '../../core/document/document.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { collectOver, type Facts, factsOf, sumOver } from './facts.ts'

/** What a design is about, as far as its words tell: not every design is of something that runs. */
export interface Nature {
  /** Whether it is about something that runs at all. */
  readonly isRunning: boolean
  /** Whether it is deployed and has to be kept going; a library, a language or a file format is not. */
  readonly isOperated: boolean
  /** Whether it speaks of machines, instances or their deployment at all. */
  readonly isDeployed: boolean
  /** Whether it runs, and somebody outside hands it data, requests or credentials. */
  readonly isOpen: boolean
  /** Machines and products that somebody has to pay for, each once, as first written. */
  readonly infrastructure: readonly string[]
  /** Whether the design is mostly about such machines and products. */
  readonly isInfrastructure: boolean
}

/** Tell what a document is about; the second call for the same document costs nothing. */
export const natureOf = (document: DocumentModel): Nature => readNature(factsOf(document))

const readNature = remember((facts: Facts): Nature => {
  const infrastructure = new Map<string, string>()
  for (const { key, written } of namesIn(facts)) if (!infrastructure.has(key)) infrastructure.set(key, written)
  const words = countWords(facts)
  const count = (concept: Counted) => counts[concept](facts)
  const perThousand = (concept: Counted) => (1000 * count(concept)) / Math.max(words, 1)
  const running = perThousand('running') + perThousand('deployed')
  const isDeployed = count('deployed') >= 3
  const isRunning = running >= 8
  return {
    isRunning,
    isDeployed,
    isOperated: isDeployed && isRunning && running * 2 > perThousand('toolish'),
    // A part inside of a program has callers, too, and these are no strangers: those who deploy it, or who speak of hardly anything
    // else, have them, and those who speak of customers or the like.
    isOpen:
      isRunning &&
      (perThousand('outside') >= 10 || count('outside') >= 30) &&
      (perThousand('deployed') >= 4 || perThousand('outside') >= 40 || perThousand('stranger') >= 10),
    infrastructure: [...infrastructure.values()],
    isInfrastructure: perThousand('infrastructure') >= 10 && infrastructure.size >= 2,
  }
})

const countWords = sumOver(({ scan }) => scan.words)

/** The names of infrastructure, each with what tells it from others. */
const namesIn = collectOver(({ scan, text }) =>
  scan.hits
    .filter(({ concept }) => concept === 'infrastructure')
    .map(({ start, end }) => {
      const written = text.slice(start, end).replace(/\s+/g, ' ')
      return { key: written.toLowerCase().replace(/-/g, ' ').replace(/s$/, ''), written }
    }),
)

const counter = (wanted: Concept) =>
  sumOver(({ scan }) => scan.hits.reduce((count, { concept }) => count + Number(concept === wanted), 0))

const counts = {
  running: counter('running'),
  deployed: counter('deployed'),
  toolish: counter('toolish'),
  outside: counter('outside'),
  stranger: counter('stranger'),
  infrastructure: counter('infrastructure'),
} satisfies Partial<Record<Concept, unknown>>

type Counted = keyof typeof counts
