/** The target of a link in a diagram that may be followed. */
export type LinkTarget =
  | { readonly type: 'web'; readonly url: string }
  /** A file in the workspace; `line` counts from 1. Line and heading are absent if the link has none. */
  | { readonly type: 'file'; readonly path: string; readonly line?: number; readonly heading?: string }
  /** A heading in the document itself, as written in the link. */
  | { readonly type: 'here'; readonly heading: string }

/** The location of a document; absolute paths with slashes, as in URLs. */
export interface LinkBase {
  readonly document: string
  /** The workspace folder; undefined for a document outside of any. */
  readonly folder: string | undefined
}

/**
 * Resolve an untrusted link. Only the web and files inside the document's own workspace folder are valid targets: no
 * other scheme, no files of other hosts, no path that leads out. Undefined for everything else.
 */
export function resolveLink(href: string, { document, folder }: LinkBase): LinkTarget | undefined {
  if (hasControls(href)) return undefined
  if (/^https?:\/\/[^/]/i.test(href)) return { type: 'web', url: href }
  const here = href.startsWith('#') ? decode(href.slice(1)) : undefined
  if (here && !hasControls(here)) return { type: 'here', heading: here }
  if (folder === undefined || /^[^/?#]*:/.test(href) || href.startsWith('//')) return undefined
  const [, coded = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? []
  const path = decode(coded)
  if (!path || hasControls(path) || /[\\:]/.test(path)) return undefined
  const start = path.startsWith('/') ? folder : document.slice(0, document.lastIndexOf('/'))
  const target = normalize(`${start}/${path}`)
  if (!target?.startsWith(`${normalize(folder)}/`)) return undefined
  const line = Number(/^L(\d{1,7})\b/i.exec(fragment ?? '')?.[1])
  if (line > 0) return { type: 'file', path: target, line }
  const heading = decode(fragment ?? '')
  return { type: 'file', path: target, ...(heading && !hasControls(heading) && { heading }) }
}

/**
 * Why `resolveLink` rejects a link: a phrase to be shown after a colon.
 *
 * @param href a link that it rejects
 */
export function whyRefused(href: string, { folder }: LinkBase): string {
  const plain = decode(href)
  if (plain === undefined) return 'it contains an invalid % sequence'
  if (hasControls(href) || hasControls(plain)) return 'it contains invisible characters'
  const scheme = /^[a-z][a-z\d+.-]{1,40}:/i.exec(href)?.[0].toLowerCase()
  if (scheme === 'http:' || scheme === 'https:') return 'it has no host'
  if (scheme) return `only links to the web and to files in this workspace are opened, not links with ${scheme}`
  if (/^[\\/]{2}/.test(plain)) return 'it points to another machine'
  if (/[\\:]/.test(plain)) return 'a path must not contain \\ or :'
  if (href === '' || /^[?#]/.test(href)) return 'it names neither a file nor a heading'
  return folder === undefined ? 'the document is not in a folder of this workspace' : 'it points outside the workspace'
}

/**
 * The section that a link refers to by the fragment that sites generate for its heading: compares letters and digits,
 * and the number of earlier headings with the same name. Undefined if there is none.
 */
export function sectionOf(
  sections: readonly { readonly title: string; readonly number?: string; readonly start: number }[],
  heading: string,
): { readonly start: number } | undefined {
  const key = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  const named = (words: string) =>
    sections.filter(({ title, number = '' }) => [key(title), key(number + title)].includes(key(words)))
  const [first] = named(heading)
  const [, words, count] = /^(.*)-(\d{1,4})$/.exec(heading) ?? []
  return first ?? (words === undefined ? undefined : named(words)[Number(count)])
}

/** Invisible characters, which some programs skip or fail on. */
const hasControls = (text: string): boolean => /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\ufeff]/.test(text)

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A path without `.` and `..`; undefined if it leads above the root. */
export function normalize(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return `/${parts.join('/')}`
}
