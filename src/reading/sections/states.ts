/** Recognises names for how far something is, and for what was decided. */

import { type ColumnWords, createColumnWords } from '../vocabulary/titles.ts'

const states = createColumnWords('stateColumn')
const answers = createColumnWords('answerColumn')

/** Whether a label or the heading of a column names a state: *Status*, *Auftragsstatus*, *订单状态*; not *State diagram*. */
export const isState = (name: string): boolean => endsWith(states, name)

/** Whether a label names the answer to a question: *Antwort*. */
export const isAnswer = (name: string): boolean => endsWith(answers, name)

function endsWith(words: ColumnWords, name: string): boolean {
  const word =
    name
      .slice(-longest)
      .match(/\p{L}+/gu)
      ?.at(-1) ?? ''
  return Array.from(word, (_, at) => word.slice(at)).some((ending) => words.isAll(ending))
}

/** UTF-16 units of a name that are looked at. */
const longest = 60
