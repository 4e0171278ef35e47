import type { DocumentModel } from '../../core/document.ts'
import { remember } from '../../core/remember.ts'
import { type Facts, factsOf } from './facts.ts'
import type { Concept } from './vocabulary.ts'

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

const readNature = remember(({ blocks }: Facts): Nature => {
  const counts = new Map<Concept, number>()
  const infrastructure = new Map<string, string>()
  let words = 0
  for (const { scan, text } of blocks) {
    words += scan.words
    for (const { concept, start, end } of scan.hits) {
      counts.set(concept, (counts.get(concept) ?? 0) + 1)
      if (concept !== 'infrastructure') continue
      const name = text.slice(start, end)
      const key = name.toLowerCase().replace(/s$/, '')
      if (!infrastructure.has(key)) infrastructure.set(key, name)
    }
  }
  const count = (concept: Concept) => counts.get(concept) ?? 0
  const perThousand = (concept: Concept) => (1000 * count(concept)) / Math.max(words, 1)
  const running = perThousand('running') + perThousand('deployed')
  const isDeployed = count('deployed') >= 3
  const isRunning = running >= 8
  return {
    isRunning,
    isDeployed,
    isOperated: isDeployed && isRunning && running * 2 > perThousand('toolish'),
    isOpen: isRunning && (perThousand('outside') >= 10 || count('outside') >= 30),
    infrastructure: [...infrastructure.values()],
    isInfrastructure: perThousand('infrastructure') >= 10 && infrastructure.size >= 2,
  }
})
