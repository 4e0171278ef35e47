/** All word lists of the checklist as one dictionary. */

import { createLexicon } from './lexicon.ts'
import { operationWords } from './operationWords.ts'
import { riskWords } from './riskWords.ts'
import { structureWords } from './structureWords.ts'
import { technologyWords } from './technologyWords.ts'

const lists = { ...structureWords, ...operationWords, ...riskWords, ...technologyWords }

/** What a word may stand for. `name` is anything written as names in code are, such as `RaftEngine`. */
export type Concept = keyof typeof lists | 'name'

/** All word lists as one dictionary, so that a document is read once for all items of the checklist. */
export const lexicon = createLexicon<Concept>(lists, [
  ['name', /^(?:[A-Z][A-Z0-9]{1,5}s?|[A-Z]*[a-z0-9]+[A-Z][A-Za-z0-9]*)$/],
])
