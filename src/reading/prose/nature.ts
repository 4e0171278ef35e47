/** Tells by its words whether a design is about something that runs, stores or serves. */

import { remember } from '../../core/data/remember.ts'
import type { DocumentModel } from '../../core/document/document.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { collectOver, type Facts, factsOf, sumOver } from './facts.ts'

/** What a design is about, as far as its words tell; not every design is about something that runs. */
export interface Nature {
  /** Whether it is about something that runs at all. */
  readonly isRunning: boolean
  /** Whether it is deployed and has to be kept running; a library, a language or a file format is not. */
  readonly isOperated: boolean
  /** Whether it mentions machines, instances or their deployment at all. */
  readonly isDeployed: boolean
  /** Whether it runs, and outsiders send it data, requests or credentials. */
  readonly isOpen: boolean
  /** Machines and products that somebody has to pay for, once each, as first written. */
  readonly infrastructure: readonly string[]
  /** Whether the design is mostly about such machines and products. */
  readonly isInfrastructure: boolean
}

/** What a document is about; cached. */
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
    isOperated: isDeployed && isRunning && running * 2 > perThousand('tooling'),
    // A module inside a program has callers too, but they are not outsiders. A design has outsiders if it is deployed,
    // mentions hardly anything else, or mentions customers and the like.
    isOpen:
      isRunning &&
      (perThousand('outside') >= 10 || count('outside') >= 30) &&
      (perThousand('deployed') >= 4 || perThousand('outside') >= 40 || perThousand('outsider') >= 10),
    infrastructure: [...infrastructure.values()],
    isInfrastructure: perThousand('infrastructure') >= 10 && infrastructure.size >= 2,
  }
})

const countWords = sumOver(({ scan }) => scan.words)

/** The names of infrastructure, each with a normalised key. */
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
  tooling: counter('tooling'),
  outside: counter('outside'),
  outsider: counter('outsider'),
  infrastructure: counter('infrastructure'),
} satisfies Partial<Record<Concept, unknown>>

type Counted = keyof typeof counts
