/** Words that may stand before a definition or signature. */
const modifiers = new Set(
  'export public private protected internal pub abstract final static sealed data readonly declare virtual async override const default inline extern unsafe partial open'.split(
    ' ',
  ),
)

const kinds = new Set(
  'struct message record interface enum class table trait union entity input schema protocol'.split(' '),
)

const functionWords = new Set('func def fn function sub proc fun'.split(' '))

/** Words that do not begin a signature, even before a parenthesis. */
const statements = new Set(
  'if for while switch return new throw await else catch elif until print assert case with using'.split(' '),
)

/** Whether a line of code begins the definition of a type, record or table. */
export function isDefinition(line: string): boolean {
  const text = line.trim()
  if (text.startsWith('@dataclass')) return true
  const words = withoutModifiers(text.split(/\s+/, 6))
  const [first = '', second = '', third = ''] = words
  const kind = first.toLowerCase()
  if (kind === 'create') return /^(?:table|type)$/i.test(second) || /^or$/i.test(second)
  if (!/^["'`[]?[A-Za-z_]/.test(second)) return false
  if (kind === 'type') return /^(?:struct|interface|enum|=|\{|implements)/.test(third) || second.endsWith('{')
  return kinds.has(kind) && (words.length <= 3 || /[{:()]/.test(text))
}

/** Whether a line of code declares a function or method with its parameters. */
export function isSignature(line: string): boolean {
  const open = line.indexOf('(')
  if (open < 1) return false
  const head = line.slice(0, open).trim()
  if (head === '' || head.includes('=') || head.includes('#')) return false
  const all = head.split(/\s+/, 8)
  if (all.some((word) => functionWords.has(word))) return true
  const words = withoutModifiers(all)
  if (words.some((word) => statements.has(word) || !isTypeWord(word))) return false
  const close = line.lastIndexOf(')')
  const tail = close > open ? line.slice(close + 1).trim() : ''
  if (words.length < all.length && words.length > 0) return words.length <= 3
  if (words.length === 1)
    return (
      /^(?:[:(*[]|->|=>|[A-Za-z][\w.]*$|[A-Za-z][\w.]* ?\{)/.test(tail) || isTyped(line.slice(open, close + 1), tail)
    )
  return words.length <= 3 && /^(?:const ?)?(?:= ?0 ?)?;/.test(tail)
}

/** Whether a signature states the type of a parameter or result; one in pseudocode only names them. */
export function isTypedSignature(line: string): boolean {
  const open = line.indexOf('(')
  const close = line.lastIndexOf(')')
  const head = withoutModifiers(line.slice(0, open).trim().split(/\s+/, 8)).filter((word) => !functionWords.has(word))
  if (head.length > 1 || /\w\??: ?["'[{(\w]|[\w\]] [\w.*&[\]<>]+[,)]/.test(line.slice(open, close + 1))) return true
  return close > open && /^ ?(?:->|=>|:)? ?[([*\w]/.test(line.slice(close + 1))
}

/** Whether a line of code does something, as opposed to declaring something. */
export function isStatement(line: string): boolean {
  const text = line.trim()
  const [, first = ''] = /^([A-Za-z]+)(?=[ (;{]|$)/.exec(text) ?? []
  if (doing.has(first.toLowerCase()) || /^\}? ?(?:else|catch|finally)\b/.test(text)) return true
  return /^(?:const|let|var) [\w{[]/.test(text) ? !/[({[]$/.test(text) : /^[\w.]{1,80}\([^():]{0,100}\);?$/.test(text)
}

/** Words that begin a statement. */
const doing = new Set(
  'if elif for foreach while until loop return await throw raise yield break continue try switch then do goto delete print'.split(
    ' ',
  ),
)

function withoutModifiers(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !modifiers.has(word.replace(/\(.*/, '')))
  return from < 0 ? [] : words.slice(from)
}

/** A method of an interface in Go or TypeScript: results in parentheses, or typed parameters. */
const isTyped = (parameters: string, tail: string): boolean => tail === '' && /\w: ?\w|\w [\w.*]+[,)]/.test(parameters)

const isTypeWord = (word: string): boolean => /^[\w<>[\]:*&,.?~]+$/.test(word)
