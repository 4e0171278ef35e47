/** Assigns file names to the pages of a folder of documents. */

import { encodePath } from '../core/text/encodePath.ts'
import { markdownEnding } from '../core/text/isMarkdown.ts'
import { relativePath } from '../core/text/relativePath.ts'

/** The pages of a folder. Paths are relative to the output folder, with `/`. */
export interface PageNames {
  /** By the path of the document, relative to the folder of documents. */
  readonly pages: ReadonlyMap<string, string>
  /** The page that lists them. */
  readonly index: string
}

/** Names pages after their documents, without duplicates even in a case-insensitive file system. */
export function namePages(paths: readonly string[]): PageNames {
  const used = new Set<string>()
  const free = (stem: string): string => {
    let name = `${stem}.html`
    for (let count = 2; used.has(name.toLowerCase()); count++) name = `${stem}-${count}.html`
    used.add(name.toLowerCase())
    return name
  }
  const pages = new Map(paths.map((path) => [path, free(path.replace(markdownEnding, ''))]))
  return { pages, index: free('index') }
}

/** The relative URL of one page in another. */
export const addressOf = (page: string, from: string): string =>
  encodePath(relativePath(from.split('/').slice(0, -1).join('/'), page))
