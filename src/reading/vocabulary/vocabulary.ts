/** The whole vocabulary as one dictionary. */

import {
  type ConceptName,
  concepts,
  lists,
  technologies,
  technologyFile,
} from '../../generated/vocabulary/vocabulary.ts'
import { createLexicon } from './lexicon.ts'

/** What a word may stand for. `name` is anything written as names in code are, such as `RaftEngine`. */
export type Concept = ConceptName | 'name'

/** All of it as one dictionary, so that a document is read once for all who ask. */
export const lexicon = createLexicon<Concept>({ concepts, lists, technologies, technologyFile }, [
  ['name', /^(?:[A-Z][A-Z0-9]{1,5}s?|[A-Z]*[a-z0-9]+[A-Z][A-Za-z0-9]*)$/],
])
