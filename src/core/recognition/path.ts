/** Reads from a path what kind of document it probably is, or that it is none. */
import {
  agentFolders,
  agentTools,
  folderKinds,
  type Kind,
  nameKinds,
  otherFolders,
  otherNames,
  otherNameWords,
} from './pathWords.ts'

export interface PathReading {
  /** A template, the index or readme of a folder, a changelog …: not a document, whatever its content. */
  readonly isNone: boolean
  readonly isRootReadme: boolean
  /** The kind of the nearest folder with a telling name. */
  readonly folder?: Kind
  /** The kind that the file's name indicates, or that of its own folder. */
  readonly name?: Kind
  /** Whether the file or its own folder is numbered or dated, like records and proposals. */
  readonly isNumbered: boolean
  /** Whether its name or a folder indicates other kinds of texts. */
  readonly isElsewhere: boolean
}

const none: PathReading = { isNone: false, isRootReadme: false, isNumbered: false, isElsewhere: false }

const kinds = ['decision', 'rfc', 'design'] as const

/** @param path relative to the folder of the config, with `/`; absent for a document without a file */
export function readPath(path: string | undefined): PathReading {
  if (path === undefined) return none
  const { folders, file } = splitPath(path)
  const isOwn = isReadmeName(file) && isFolderOfOne(folders)
  const isRootReadme = file === 'readme' && folders.length === 0
  // `proposals/003-epp/proposal.md` is recognised by its folder.
  const name = (isOwn || /^(?:proposal|main|overview)$/.test(file) ? folders.at(-1) : undefined) ?? file
  const folder = kindOfFolders(isOwn ? folders.slice(0, -1) : folders)
  const nameKind = kindOfName(name)
  const isNumbered = /^(?:[a-z]{2,5}-)?\d{2,14}(?:[-. ]|$)/.test(name)
  return {
    isNone: isTemplateFile(path) || isAboutFolder(path) || otherNames.has(file),
    isRootReadme,
    isNumbered,
    isElsewhere:
      hasOtherWord(name) ||
      (!isNumbered && (/.-(?:matrix|todo)$/.test(name) || (!folder && /.-report$/.test(name)))) ||
      (!isNumbered && !nameKind && !folder && agentFolders.has(folders.at(-1) ?? '')) ||
      folders.some((each) => agentTools.has(each)) ||
      folders.some((each) => otherFolders.has(each) || /-(?:guide|tutorial)s?$/.test(each)),
    ...(folder && { folder }),
    ...(nameKind && { name: nameKind }),
  }
}

/** Whether a file is a template, whose placeholders are meant to stay. */
export function isTemplateFile(path: string): boolean {
  const { folders, file } = splitPath(path)
  return isTemplateName(file) || /^templates?$|^[\dnx]*-?template$/.test(folders.at(-1) ?? '')
}

/**
 * Whether a name is that of a template, in several languages: `template-adr`, `0000-modele-adr`, `ADR-模板`. A numbered
 * record is one only if it is called nothing else: `0278-template-only-components` is about templates.
 */
function isTemplateName(file: string): boolean {
  const [, number = '', name = ''] = /^(?:([\dnx]+)-)?(.*)$/.exec(file) ?? []
  if (/[1-9]/.test(number)) return /^(?:(?:m?adr|rfc|decision|design|design-doc)-)?template$/.test(name)
  return (
    /[-.](?:template|vorlage|plantilla)$/.test(name) ||
    // A *modèle* is more often a model.
    /^(?:mod[eè]le-(?:de-|d-)?(?:adr|rfc)|(?:adr|rfc)-mod[eè]le)$/.test(name) ||
    /(?:^|-|adr|rfc|设计|文档)(?:模板|模版|テンプレート|템플릿|шаблон)$/.test(name) ||
    (/^(?:(?:m?adr|rfc|decision|design|design-doc)-)?(?:template|vorlage|plantilla)(?:-|$)/.test(name) &&
      !aboutTemplates.test(name))
  )
}

/** The names of designs about templates: `template-engine`. */
const aboutTemplates =
  /^template-(?:cache|caching|changes|compiler|components|engine|engines|language|loader|loading|only|parser|parsing|registry|renderer|rendering|resolution|service|services|storage|store|syntax|system|systems|validation|versioning)(?:-|$)/

/** Whether a file is about its folder: a readme or index, unless the folder belongs to one document. */
export function isAboutFolder(path: string): boolean {
  const { folders, file } = splitPath(path)
  return isReadmeName(file) && folders.length > 0 && !isFolderOfOne(folders)
}

/** The innermost folders, and the file name without extension, folded. */
function splitPath(path: string): { readonly folders: readonly string[]; readonly file: string } {
  const parts = path.split('/').slice(-12).map(fold)
  return { folders: parts.slice(0, -1), file: stem(parts.at(-1) ?? '') }
}

const isReadmeName = (file: string): boolean => file === 'readme' || file === 'index'

/** Lower case, with one hyphen between words. Camel case is split. */
const fold = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/^-/, '')

/** The language of a translation, at the end of a name. */
const language = /[.-](?:de|en|es|fr|it|ja|jp|ko|kr|nl|pl|pt|ru|zh|cn|tw|uk)(?:-(?:br|cn|hans|hant|hk|pt|tw))?$/

const stem = (file: string): string => file.replace(/\.(?:md|markdown|mdx|mkd)$/, '').replace(language, '')

/** Whether the innermost folder belongs to one document: it is in a folder for documents and does not group them. */
function isFolderOfOne(folders: readonly string[]): boolean {
  const own = folders.at(-1) ?? ''
  const above = folders.slice(0, -1)
  if (kindOfFolder(own) || /^(?:sig|wg|docs?|19\d\d|20\d\d)(?:-|$)/.test(own)) return false
  return above.some((folder) => kindOfFolder(folder) !== undefined)
}

/** Whether a folder name is typical of documents, so that a project is assumed to start above it. */
export const isDocumentFolder = (name: string): boolean =>
  kindOfFolder(fold(name)) !== undefined || /^(?:docs?|documentation)$/i.test(name)

/** The kind of a folder, by its name or the last word of it, as in `acme-proposals` and `docs-adr`. */
function kindOfFolder(folder: string): Kind | undefined {
  const isOf = (kind: Kind) => folderKinds[kind].has(folder)
  const exact = kinds.find(isOf)
  if (exact) return exact
  const last = folder.slice(folder.lastIndexOf('-') + 1)
  return last === folder || last === 'text' || last === 'accepted'
    ? undefined
    : kinds.find((kind) => folderKinds[kind].has(last))
}

/** The nearest folder decides. Common words such as `text` count only for the two outermost folders. */
function kindOfFolders(folders: readonly string[]): Kind | undefined {
  for (let index = folders.length - 1; index >= 0; index--) {
    const folder = folders[index] ?? ''
    const kind = kindOfFolder(folder)
    if (kind && !(/^(?:text|accepted|implemented|provisional)$/.test(folder) && index > 1)) {
      // `architecture/decisions` contains decisions, `design/proposals` contains proposals.
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
