/** Reads what a path says of a document: which kind it is likely to be, or that it is none. */
import { folderKinds, type Kind, nameKinds, otherFolders, otherNames, otherNameWords } from './pathWords.ts'

export interface PathReading {
  /** A template, an index or readme of a folder, a changelog …: no document, whatever it says. */
  readonly isNone: boolean
  readonly isRootReadme: boolean
  /** What the nearest folder that says something stands for. */
  readonly folder?: Kind
  /** What the file's name says, or that of the folder of its own. */
  readonly name?: Kind
  /** Whether the file or its own folder is numbered or dated, as records and proposals are. */
  readonly isNumbered: boolean
  /** Whether its name or a folder stands for texts of another sort. */
  readonly isElsewhere: boolean
}

const none: PathReading = { isNone: false, isRootReadme: false, isNumbered: false, isElsewhere: false }

const kinds = ['decision', 'rfc', 'design'] as const

/** @param path from the folder of the config, with `/`; absent for a document without a file */
export function readPath(path: string | undefined): PathReading {
  if (path === undefined) return none
  const { folders, file } = splitPath(path)
  const isOwn = isReadmeName(file) && isFolderOfOne(folders)
  const isRootReadme = file === 'readme' && folders.length === 0
  // `proposals/003-epp/proposal.md` is known by its folder.
  const name = (isOwn || /^(?:proposal|main|overview)$/.test(file) ? folders.at(-1) : undefined) ?? file
  const folder = kindOfFolders(isOwn ? folders.slice(0, -1) : folders)
  const nameKind = kindOfName(name)
  return {
    isNone: isTemplateFile(path) || isAboutFolder(path) || otherNames.has(file),
    isRootReadme,
    isNumbered: /^(?:[a-z]{2,5}-)?\d{2,14}(?:[-. ]|$)/.test(name),
    isElsewhere: hasOtherWord(name) || folders.some((each) => otherFolders.has(each)),
    ...(folder && { folder }),
    ...(nameKind && { name: nameKind }),
  }
}

/** Whether a file is a template: its placeholders are meant to stand there. */
export function isTemplateFile(path: string): boolean {
  const { folders, file } = splitPath(path)
  return (
    /^(?:[\dnx]+-)?template(?:-|$)|-template$/.test(file) ||
    /^templates?$|^[\dnx]*-?template$/.test(folders.at(-1) ?? '')
  )
}

/** Whether a file is about the folder it stands in: its readme or index, unless the folder is one document's own. */
export function isAboutFolder(path: string): boolean {
  const { folders, file } = splitPath(path)
  return isReadmeName(file) && folders.length > 0 && !isFolderOfOne(folders)
}

/** The innermost folders and the name without its ending, folded. */
function splitPath(path: string): { readonly folders: readonly string[]; readonly file: string } {
  const parts = path.split('/').slice(-12).map(fold)
  return { folders: parts.slice(0, -1), file: stem(parts.at(-1) ?? '') }
}

const isReadmeName = (file: string): boolean => file === 'readme' || file === 'index'

/** Lower case, with one hyphen between words. Camel case is words too. */
const fold = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/^-/, '')

/** The language of a translation, at the end of a name. */
const language = /[.-](?:de|en|es|fr|it|ja|jp|ko|kr|nl|pl|pt|ru|zh|cn|tw|uk)(?:-(?:br|cn|hans|hant|hk|pt|tw))?$/

const stem = (file: string): string => file.replace(/\.(?:md|markdown|mdx|mkd)$/, '').replace(language, '')

/** Whether the innermost folder holds one document: it stands in a folder for such documents, and is none of its groups. */
function isFolderOfOne(folders: readonly string[]): boolean {
  const own = folders.at(-1) ?? ''
  const above = folders.slice(0, -1)
  if (kindOfFolder(own) || /^(?:sig|wg|docs?|19\d\d|20\d\d)(?:-|$)/.test(own)) return false
  return above.some((folder) => kindOfFolder(folder) !== undefined)
}

/** Whether a folder is one that repositories keep documents in: its place does not depend on where somebody stands. */
export const isDocumentFolder = (name: string): boolean =>
  kindOfFolder(fold(name)) !== undefined || /^(?:docs?|documentation)$/i.test(name)

/** What a folder stands for: by its name, or by the last words of it, as `acme-proposals` and `docs-adr`. */
function kindOfFolder(folder: string): Kind | undefined {
  const isOf = (kind: Kind) => folderKinds[kind].has(folder)
  const exact = kinds.find(isOf)
  if (exact) return exact
  const last = folder.slice(folder.lastIndexOf('-') + 1)
  return last === folder || last === 'text' || last === 'accepted'
    ? undefined
    : kinds.find((kind) => folderKinds[kind].has(last))
}

/** The nearest folder counts; `text` only where nothing is above it, for it is a common word. */
function kindOfFolders(folders: readonly string[]): Kind | undefined {
  for (let index = folders.length - 1; index >= 0; index--) {
    const folder = folders[index] ?? ''
    const kind = kindOfFolder(folder)
    if (kind && !(/^(?:text|accepted|implemented|provisional)$/.test(folder) && index > 1)) {
      // `architecture/decisions`, and `adr/design`, are decisions; `design/proposals` are proposals.
      return kind
    }
  }
  return undefined
}

const kindOfName = (name: string): Kind | undefined => {
  const parts = name.split('-')
  const ends = [parts[0] ?? '', parts.at(-1) ?? '', parts.slice(-2).join('')]
  return (
    kinds.find((kind) => ends.some((end) => nameKinds[kind].has(end))) ??
    kinds.find((kind) => parts.some((part) => kind === 'design' && nameKinds.design.has(part)))
  )
}

function hasOtherWord(name: string): boolean {
  const parts = name.split('-')
  return [parts[0], parts.at(-1), parts.slice(-2).join('-'), parts.slice(0, 2).join('-')].some(
    (end) => end !== undefined && otherNameWords.has(end),
  )
}
