import { createParser } from '../src/core/markdown/slices.ts'
import { applyEdits } from '../src/core/text/edits.ts'

/** Where the repository is published: `repository` of package.json, which is the owner's to fill in. */
export type Repository = string | { readonly url?: string } | undefined

/**
 * The README or the changelog as the extension's page shows it. That page knows no files beside itself: pictures come as data, so
 * that it needs no network, and a link to a file leads to the repository, or is its words alone as long as none is named.
 *
 * @param pictureOf the bytes of a PNG, by its path in the repository
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
