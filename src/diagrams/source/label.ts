/** Stand-ins for the `#` and `;` of mermaid's entities, which would be read as a comment or a statement's end. */
const entityStart = '\uf001'
const entityEnd = '\uf002'

/** Marks entities such as `#quot;` and `#35;`, keeping the text's length. */
export const markEntities = (text: string): string =>
  text.replace(/#(\w{1,20});/g, (_, name: string) => `${entityStart}${name}${entityEnd}`)

const names = new Map(
  Object.entries({
    quot: '"',
    apos: "'",
    amp: '&',
    lt: '<',
    gt: '>',
    nbsp: ' ',
    colon: ':',
    semi: ';',
    num: '#',
    lpar: '(',
    rpar: ')',
    lbrack: '[',
    rbrack: ']',
    lbrace: '{',
    rbrace: '}',
  }),
)

/** Decodes an entity; returns unknown ones unchanged. */
function decode(written: string, name: string): string {
  const number = /^#?x([\da-f]{1,6})$/i.exec(name)?.[1]
  const code = number
    ? Number.parseInt(number, 16)
    : /^#?\d{1,7}$/.test(name)
      ? Number(name.replace('#', ''))
      : undefined
  if (code !== undefined && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  return names.get(name.toLowerCase()) ?? written.replace(entityStart, '#').replace(entityEnd, ';')
}

/** A label as shown to a reader: one line, without quotes, markup and icons, and with entities decoded. */
export function plainLabel(written: string): string {
  const bare = written
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .trim()
  const isMarkdown = bare.length > 1 && bare.startsWith('`') && bare.endsWith('`')
  const text = (isMarkdown ? bare.slice(1, -1).replace(/\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)/g, '') : bare)
    .replace(/<br\s{0,9}\/?>|\\n|[\r\n]+/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/(?<!\S)(?:fa[bsrlk]?|mdi|logos):[\w-]+/g, '')
    .replace(/\uf001(\w+)\uf002/g, decode)
    .replace(/&(#?\w{1,20});/g, decode)
    .replace(/&nbsp\b/g, ' ')
  return text.replace(/\s+/g, ' ').trim()
}
