/** Names the pages of a folder of documents. */

import { relativePath } from '../core/text/relativePath.ts'

/** The pages of a folder: paths with `/`, from the folder they are written to. */
export interface PageNames {
  /** By the path of the document, from its folder. */
  readonly pages: ReadonlyMap<string, string>
  /** The page that lists them. */
  readonly index: string
}

/** Name pages as their documents, each name once, whatever a file system makes of upper and lower case. */
export function namePages(paths: readonly string[]): PageNames {
  const used = new Set<string>()
  const free = (stem: string): string => {
    let name = `${stem}.html`
    for (let count = 2; used.has(name.toLowerCase()); count++) name = `${stem}-${count}.html`
    used.add(name.toLowerCase())
    return name
  }
  const pages = new Map(paths.map((path) => [path, free(path.replace(/\.(?:md|markdown)$/i, ''))]))
  return { pages, index: free('index') }
}

/** The address of one page in another one. */
export const addressOf = (page: string, from: string): string =>
  relativePath(from.split('/').slice(0, -1).join('/'), page)
    .split('/')
    .map((part) => (part === '..' ? part : encodeURIComponent(part)))
    .join('/')
