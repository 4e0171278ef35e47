/** Reads id and title of a document type from the path of its template. */

import { templatesPath } from './files.ts'

/** What a template's path says of its type. */
export interface TemplateName {
  /** Id of the type where the file does not say one. */
  readonly id: string
  /** With its folder, for when another template has the id. */
  readonly longId: string
  /** What to call it; empty when the path says nothing, as `0000-template.md` in the root. */
  readonly title: string
  /** Globs of the documents that are filed beside it under numbers; none for one in `.design-docs`. */
  readonly files: readonly string[]
}

/** Folders that hold more than documents of one type. */
const general = /^(?:docs?|documentation|templates?|\..*|src|design|)$/i

/** Read what a template's path says. @param path from the folder that holds `.design-docs`, with `/` */
export function nameTemplate(path: string): TemplateName {
  const folders = path.split('/')
  const name = (folders.pop() ?? '').replace(/\.(?:md|markdown)$/i, '')
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

// `docs/rfcs/0000-template.md` speaks of `docs/rfcs/0042-queue.md`, `keps/NNNN-template/README.md` of `keps/x/42-queue/README.md`.
function filesBeside(folders: readonly string[], isIndex: boolean, file: string): readonly string[] {
  const home = (isIndex ? folders.slice(0, -1) : folders).join('/')
  const last = home.split('/').at(-1) ?? ''
  if (home === '' || general.test(last) || /[*?[\]{}!()]/.test(home)) return []
  return [isIndex ? `${home}/**/[0-9]*/${file}` : `${home}/[0-9]*.md`]
}

/** `rfcs` and `kep` are said letter by letter, `note` and `spec` are not. */
const titleOf = (words: string): string =>
  /^[a-z]{1,3}s?$/i.test(words) ? words.slice(0, 3).toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1)
