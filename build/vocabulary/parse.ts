/**
 * Reads the vocabulary: one file per concept, one term per line.
 *
 * ```
 * # What the concept means.
 * # Asked by: the files of src that ask for it
 *
 * retry                  # a note
 * roll* back             a star stands for any ending
 * (very) few|little time an optional word, one of some words
 * {host} ..3 fails       one of a named list, up to three words
 * ! dependency injection # an exception, with its reason
 *
 * [de]
 * wiederhol*
 * ```
 */

export interface VocabularyLine {
  /** Starts at 1. */
  readonly line: number
  readonly language: string
  /** As written, without exclamation mark and note. */
  readonly text: string
  readonly isException: boolean
  readonly note?: string
  /** The words after a colon, which say what a technology is. */
  readonly kinds: readonly string[]
}

export interface VocabularyFile {
  readonly path: string
  /** The file name without its ending: the name of the concept or list. */
  readonly name: string
  readonly meaning: string
  readonly askedBy: readonly string[]
  readonly lines: readonly VocabularyLine[]
}

/** Parses one file. `problemsOf` reports what is wrong in it. */
export function parseVocabulary(path: string, text: string): VocabularyFile {
  const lines: VocabularyLine[] = []
  const head: string[] = []
  let language = 'en'
  for (const [index, written] of text.split('\n').entries()) {
    if (written.startsWith('#')) {
      head.push(written.slice(1).trim())
      continue
    }
    const [, heading] = /^\[([a-z]{2})\]$/.exec(written) ?? []
    if (heading) language = heading
    if (heading || written.trim() === '') continue
    const [said = '', ...notes] = written.split(/\s+#\s/)
    const [term = '', kinds] = said.split(/:(?![^{]*\})/)
    const isException = term.startsWith('!')
    lines.push({
      line: index + 1,
      language,
      text: (isException ? term.slice(1) : term).trim(),
      isException,
      ...(notes.length > 0 && { note: notes.join(' # ').trim() }),
      kinds: kinds ? kinds.split(',').map((kind) => kind.trim()) : [],
    })
  }
  const asked = head.find((line) => line.startsWith('Asked by: '))
  return {
    path,
    name: path.replace(/^.*\//, '').replace(/\.txt$/, ''),
    meaning: head.filter((line) => line !== asked).join(' '),
    askedBy: asked ? asked.slice('Asked by: '.length).split(', ') : [],
    lines,
  }
}
