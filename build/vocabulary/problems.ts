/** Finds mistakes in the vocabulary: lines that are duplicates, out of order, or lack a reason. */

import {
  createPhrase,
  endList,
  gapList,
  type Lists,
  longestReach,
  phraseEnd,
  reachOf,
  type TextToken,
} from '../../src/reading/vocabulary/phrases.ts'
import type { VocabularyFile, VocabularyLine } from './parse.ts'
import { hasBeginning, isPlain, type Step, stepsOf, WrongLine } from './steps.ts'

/** Names in braces that are not lists. */
const builtIn = /^\{(?:Name|\d+\+)\}$/

/** The problems in all files, each with file and line. */
export function problemsOf(files: readonly VocabularyFile[]): readonly string[] {
  const named = files.filter((file) => !isTitles(file))
  const lists = new Set(named.map(({ name }) => `{${name}}`))
  const words = listsOf(named)
  return [
    ...named
      .filter(({ name }, index) => named.findIndex((each) => each.name === name) !== index)
      .map(({ path }) => `${path}: its name is taken`),
    ...files.flatMap((file) => [
      ...(/^[A-Z].*\.$/.test(file.meaning) ? [] : [`${file.path}:1: begin with a sentence that says what it means`]),
      ...file.lines.flatMap((line) =>
        problemsIn(line, lists, words, isTitles(file)).map((problem) => `${file.path}:${line.line}: ${problem}`),
      ),
      ...orderProblems(file),
      ...repetitions(file),
      ...madeOfPhrases(file, words),
    ]),
    ...unusedLists(files),
  ]
}

/** Lists that no line refers to any more. */
function unusedLists(files: readonly VocabularyFile[]): readonly string[] {
  const lines = files.flatMap((file) => file.lines)
  const used = new Set(lines.flatMap((line) => (isInclude(line.text) ? [] : (readSteps(line) ?? []).flatMap(namesIn))))
  return files.flatMap(({ path, name }) =>
    path.startsWith('vocabulary/lists/') && !used.has(`{${name}}`) ? [`${path}: no line reads it`] : [],
  )
}

/** Whether the lines of a file are titles of sections or columns, rather than terms of a concept. */
export const isTitles = ({ path }: VocabularyFile): boolean => /^vocabulary\/(?:titles|columns)\//.test(path)

/** The order of lines: includes, terms, exceptions, each sorted alphabetically. */
const sortKey = ({ text, isException }: VocabularyLine): string =>
  `${isException ? 2 : /^\{\w+(?:: \w+)?\}$/.test(text) ? 0 : 1}${text}`

function problemsIn(
  line: VocabularyLine,
  lists: ReadonlySet<string>,
  words: Lists,
  isTitle: boolean,
): readonly string[] {
  if (line.isException && !line.note) return ['an exception needs its reason, behind `#`']
  if (isInclude(line.text)) return []
  try {
    const steps = stepsOf(line.text)
    if (isTitle && line.text.startsWith('*')) return ['a title is whole']
    if (!isTitle && !hasBeginning(steps)) return ['it has to begin with a word that is always there']
    const reach = reachOf(createPhrase(steps, words))
    if (reach > longestReach) return [`it may take ${reach} words, more than ${longestReach}`]
    const unknown = steps.flatMap(namesIn).filter((name) => !lists.has(name) && !builtIn.test(name))
    return unknown.map((name) => `there is no list ${name}`)
  } catch (error) {
    if (error instanceof WrongLine) return [error.message]
    throw error
  }
}

export const isInclude = (text: string): boolean => /^\{technologies(?:: \w+)?\}$/.test(text)

/** The lists, in braces, that a step refers to. */
const namesIn = (step: Step): readonly string[] => {
  if (typeof step === 'number') return [`{${gapList}}`]
  if (step === '$') return [`{${endList}}`]
  if (typeof step === 'string') return step.startsWith('{') ? [step] : []
  return 'maybe' in step ? namesIn(step.maybe) : step.flatMap(namesIn)
}

function orderProblems({ path, lines }: VocabularyFile): readonly string[] {
  const languages = lines.map(({ language }) => language).filter((each, index, all) => each !== all[index - 1])
  const ordered = ['en', ...[...new Set(languages)].filter((each) => each !== 'en').toSorted()]
  return [
    ...(languages.every((each, index) => each === (languages[0] === 'en' ? ordered : ordered.slice(1))[index])
      ? []
      : [`${path}: English first, then other languages by their letters, each once`]),
    ...lines.flatMap((line, index) => {
      const before = lines[index - 1]
      const isWrong = before?.language === line.language && sortKey(before) > sortKey(line)
      return isWrong ? [`${path}:${line.line}: stands before \`${before.text}\` by its letters`] : []
    }),
  ]
}

/** Terms that another line already covers. */
function repetitions({ path, lines }: VocabularyFile): readonly string[] {
  const terms = lines
    .filter(({ text }) => !isInclude(text))
    .flatMap((line) => {
      const words = wordsOf(line)
      return words ? [{ ...line, words }] : []
    })
  return terms.flatMap(({ line, words, isException }, index) => {
    const other = terms.find(
      (each, at) =>
        each.isException === isException &&
        each.words.length === words.length &&
        (at < index || each.words.join(' ') !== words.join(' ')) &&
        each.words.every((pattern, place) => covers(pattern, words[place] ?? '')),
    )
    return other && other.line !== line
      ? [`${path}:${line}: line ${other.line} says so already: \`${other.text}\``]
      : []
  })
}

/** Plain words in a row that a phrase in the same file also finds. */
function madeOfPhrases({ path, lines }: VocabularyFile, lists: Lists): readonly string[] {
  const known = lines.flatMap((line) => {
    const steps = isInclude(line.text) ? undefined : readSteps(line)
    return steps ? [{ ...line, steps }] : []
  })
  const phrases = known.filter(({ steps }) => !isPlain(steps))
  return known
    .filter(({ steps }) => isPlain(steps))
    .flatMap(({ text, line, steps, isException }) => {
      const said = steps.join(' ').replaceAll('*', '')
      const other = phrases.find(
        (each) =>
          each.isException === isException &&
          phraseEnd(said, tokensOf(said), 0, createPhrase(each.steps, lists)) === steps.length,
      )
      return other
        ? [`${path}:${line}: line ${other.line} says so already: \`${other.text}\` takes in \`${text}\``]
        : []
    })
}

const tokensOf = (text: string): readonly TextToken[] =>
  Array.from(text.matchAll(/\S+/g), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
    isNumber: /^\d/.test(word),
  }))

const listsOf = (files: readonly VocabularyFile[]): Lists =>
  Object.fromEntries(
    files.map(({ name, lines }) => [
      name,
      lines.flatMap((line) => {
        const steps = readSteps(line)
        return steps && isPlain(steps) ? [steps.join(' ')] : []
      }),
    ]),
  )

const wordsOf = ({ text }: VocabularyLine): readonly string[] | undefined => {
  const steps = readSteps({ text })
  return steps && (isPlain(steps) ? steps : [JSON.stringify(steps)])
}

const readSteps = ({ text }: Pick<VocabularyLine, 'text'>): readonly Step[] | undefined => {
  try {
    return stepsOf(text)
  } catch (error) {
    if (error instanceof WrongLine) return undefined
    throw error
  }
}

const covers = (pattern: string, word: string): boolean =>
  pattern === word ||
  (pattern.startsWith('*') && word.endsWith(pattern.slice(1))) ||
  (pattern.endsWith('*') && word.replace(/\*$/, '').startsWith(pattern.slice(0, -1)))
