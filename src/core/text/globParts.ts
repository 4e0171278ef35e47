/** Parses globs into parts that can be matched without backtracking, since configs and their globs may be untrusted. */

/** One character, any number of characters, or one of several alternatives. */
export type GlobPart =
  | { readonly kind: 'one' | 'many'; readonly test: CharacterTest }
  | { readonly kind: 'choice'; readonly options: readonly (readonly GlobPart[])[] }

export type CharacterTest = (character: string) => boolean

const isAny: CharacterTest = () => true
const isSlash: CharacterTest = (character) => character === '/'
const isInName: CharacterTest = (character) => character !== '/'

/**
 * Parse a glob: `*` and `?` within a name, `**` for any folders, `[a-z]`, `[!a]`, `{a,b}`, `{a..c}`, and `\` before a
 * character to be taken literally. Parentheses are literal.
 *
 * @param isAtStart whether the glob starts at the start of a name
 */
export function readGlob(glob: string, isAtStart = true): readonly GlobPart[] {
  const parts: GlobPart[] = []
  for (let at = 0; at < glob.length; ) {
    const isNameStart = at === 0 ? isAtStart : glob[at - 1] === '/'
    const { part, end } =
      foldersAt(glob, at, isNameStart) ?? classAt(glob, at) ?? choiceAt(glob, at, isNameStart) ?? signAt(glob, at)
    parts.push(part)
    at = end
  }
  return parts
}

interface Read {
  readonly part: GlobPart
  readonly end: number
}

/** `**` in place of a name; the slash after it is optional, for when there is no folder. */
function foldersAt(glob: string, at: number, isNameStart: boolean): Read | undefined {
  const slash: GlobPart = { kind: 'one', test: isSlash }
  const all: GlobPart = { kind: 'many', test: isAny }
  if (!isNameStart || !glob.startsWith('**', at)) return undefined
  if (at + 2 === glob.length) return { part: all, end: glob.length }
  return glob[at + 2] === '/' ? { part: { kind: 'choice', options: [[], [all, slash]] }, end: at + 3 } : undefined
}

function classAt(glob: string, at: number): Read | undefined {
  if (glob[at] !== '[') return undefined
  const from = at + (/[!^]/.test(glob[at + 1] ?? '') ? 2 : 1)
  // A bracket directly after the opening one is part of the class.
  const close = glob.indexOf(']', from + 1)
  if (close < 0 || glob.slice(from, close).includes('/')) return undefined
  const ranges: (readonly [from: string, to: string])[] = []
  const signs = [...glob.slice(from, close)]
  for (let index = 0; index < signs.length; index++) {
    if (signs[index] === '\\' && index + 1 < signs.length) index++
    const first = signs[index] ?? ''
    const last = signs[index + 1] === '-' ? signs[index + 2] : undefined
    ranges.push([first, last ?? first])
    if (last !== undefined) index += 2
  }
  const isNegated = from === at + 2
  const isOf = (character: string) => ranges.some(([low, high]) => low <= character && character <= high)
  return {
    part: { kind: 'one', test: (character) => isInName(character) && isOf(character) !== isNegated },
    end: close + 1,
  }
}

/** Braces without a comma or range are literal. */
function choiceAt(glob: string, at: number, isNameStart: boolean): Read | undefined {
  if (glob[at] !== '{') return undefined
  const commas: number[] = []
  let depth = 0
  for (let index = at; index < glob.length; index++) {
    const sign = glob[index]
    if (sign === '\\') index++
    else if (sign === '{') depth++
    else if (sign === ',' && depth === 1) commas.push(index)
    else if (sign === '}' && --depth === 0) {
      const bounds = [at, ...commas, index]
      const inside = bounds.slice(1).map((end, option) => glob.slice((bounds[option] ?? at) + 1, end))
      const part = commas.length > 0 ? choiceOf(inside, isNameStart) : rangeOf(inside[0] ?? '')
      return part && { part, end: index + 1 }
    }
  }
  return undefined
}

const choiceOf = (inside: readonly string[], isNameStart: boolean): GlobPart => ({
  kind: 'choice',
  options: inside.map((option) => readGlob(option, isNameStart)),
})

function rangeOf(inside: string): GlobPart | undefined {
  const [, low = '', high = ''] = /^(\w)\.\.(\w)$/.exec(inside) ?? []
  return low === '' ? undefined : { kind: 'one', test: (character) => low <= character && character <= high }
}

function signAt(glob: string, at: number): Read {
  const sign = String.fromCodePoint(glob.codePointAt(at) ?? 0)
  if (sign === '*') {
    let end = at + 1
    while (glob[end] === '*') end++
    return { part: { kind: 'many', test: isInName }, end }
  }
  if (sign === '?') return { part: { kind: 'one', test: isInName }, end: at + 1 }
  const escaped =
    sign === '\\' && at + 1 < glob.length ? String.fromCodePoint(glob.codePointAt(at + 1) ?? 0) : undefined
  const own = escaped ?? sign
  return {
    part: { kind: 'one', test: (character) => character === own },
    end: at + own.length + (escaped === undefined ? 0 : 1),
  }
}
