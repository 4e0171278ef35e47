/** Derives the id and title of a document type from the path of its template. */

import { markdownEnding } from '../text/isMarkdown.ts'
import { templatesPath } from './files.ts'

/** What the path of a template tells about its type. */
export interface TemplateName {
  /** Id of the type if the file does not declare one. */
  readonly id: string
  /** Id prefixed with its folder, in case another template has the same id. */
  readonly longId: string
  /** Title of the type; empty if the path is uninformative, such as `0000-template.md` in the root. */
  readonly title: string
  /** Globs of numbered documents next to the template; empty for templates in `.design-docs`. */
  readonly files: readonly string[]
}

/** Folders whose documents have various types. */
const general = /^(?:docs?|documentation|templates?|\..*|src|design|)$/i

/** Derive what a template's path tells. @param path relative to the folder that contains `.design-docs`, with `/` */
export function nameTemplate(path: string): TemplateName {
  const folders = path.split('/')
  const name = (folders.pop() ?? '').replace(markdownEnding, '')
  const folder = folders.at(-1) ?? ''
  const isIndex = /^(?:readme|index)$/i.test(name)
  const isBare = /^_?template$/i.test(name)
  const isOwn = path.startsWith(`${templatesPath}/`)
  const id = isIndex && folder ? folder : isBare && folder && !isOwn ? `${folder}-template` : name
  const [words = ''] = [isIndex ? folder : name, isIndex ? (folders.at(-2) ?? '') : isOwn ? '' : folder]
    .map((text) =>
      text
        .replace(/(?:^|[-_ ])(?:_?templates?|N{2,}|X{2,}|0+|\d{2,})(?=$|[-_ ])/gi, ' ')
        .replace(/[-_ ]+/g, ' ')
        .trim(),
    )
    .filter((text) => text && !general.test(text))
  return {
    id,
    longId: folder ? `${folder.replace(/^\./, '')}-${id}` : id,
    title: titleOf(words),
    files: isOwn ? [] : filesBeside(folders, isIndex, `${name}${/\.[^.]*$/.exec(path)?.[0] ?? '.md'}`),
  }
}

// `docs/rfcs/0000-template.md` is for `docs/rfcs/0042-queue.md`, `keps/NNNN-template/README.md` for
// `keps/x/42-queue/README.md`.
function filesBeside(folders: readonly string[], isIndex: boolean, file: string): readonly string[] {
  const home = (isIndex ? folders.slice(0, -1) : folders).join('/')
  const last = home.split('/').at(-1) ?? ''
  if (home === '' || general.test(last) || /[*?[\]{}!()]/.test(home)) return []
  return [isIndex ? `${home}/**/[0-9]*/${file}` : `${home}/[0-9]*.md`]
}

/** Short words such as `rfcs` and `kep` are acronyms; `note` and `spec` are not. */
const titleOf = (words: string): string =>
  /^[a-z]{1,3}s?$/i.test(words) ? words.slice(0, 3).toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1)
