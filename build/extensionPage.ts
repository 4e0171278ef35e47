import { applyEdits } from '../src/core/lint/edits.ts'
import { createParser } from '../src/core/markdown/slices.ts'

/** `repository` in package.json, which the owner fills in. */
export type Repository = string | { readonly url?: string } | undefined

/**
 * The README or the changelog for the extension's page, which has no files beside it. Pictures become data URIs, so
 * that the page needs no network. A link to a file leads to the repository; without a repository, only its text
 * remains.
 *
 * @param pictureOf returns the bytes of a PNG by its path in the repository
 */
export function extensionPage(text: string, repository: Repository, pictureOf: (path: string) => Uint8Array): string {
  const { nodes, rangeOf } = createParser().parse(text)
  const base = baseOf(repository)
  const edits = [...nodes('image'), ...nodes('link')]
    .filter(({ url }) => !/^(?:[a-z]+:|#)/i.test(url))
    .map((node) => {
      const range = rangeOf(node)
      const source = text.slice(range.start, range.end)
      const target = node.type === 'image' ? inData(pictureOf(node.url)) : base && `${base}${node.url}`
      const words = source.slice(0, source.lastIndexOf(']('))
      return { ...range, newText: target === undefined ? words.slice(1) : `${words}](${target})` }
    })
  return applyEdits(text, edits)
}

const inData = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`

function baseOf(repository: Repository): string | undefined {
  const url = typeof repository === 'string' ? repository : repository?.url
  return url && `${url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/HEAD/`
}
