/** The whole vocabulary as one dictionary. */

import {
  type ConceptName,
  concepts,
  lists,
  technologies,
  technologyFile,
} from '../../generated/vocabulary/vocabulary.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'

/** What a word may stand for. `name` is anything written like a name in code, such as `RaftEngine`. */
export type Concept = ConceptName | 'name'

let made: Lexicon<Concept> | undefined

/**
 * The lexicon of all concepts, so that a document is read once for all of them; created when the first text is read.
 */
export const lexicon = (): Lexicon<Concept> =>
  (made ??= createLexicon<Concept>({ concepts, lists, technologies, technologyFile }, [
    ['name', /^(?:[A-Z][A-Z0-9]{1,5}s?|[A-Z]*[a-z0-9]+[A-Z][A-Za-z0-9]*)$/],
  ]))
