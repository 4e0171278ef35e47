/**
 * Stands in for `github-slugger` in the extension's bundle, which its list of 8,000 characters would make larger: the engine of the
 * editor knows the same properties of characters, in a newer version of Unicode.
 */

/** What GitHub leaves out of the address of a heading. */
const leftOut = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu

/** Makes addresses of headings, each once. */
export default class GithubSlugger {
  readonly #counts = new Map<string, number>()

  /** The address of a title; behind one that was there before comes a number. */
  slug(title: string): string {
    const plain = title.toLowerCase().replace(leftOut, '').replaceAll(' ', '-')
    let slug = plain
    while (this.#counts.has(slug)) {
      const count = (this.#counts.get(plain) ?? 0) + 1
      this.#counts.set(plain, count)
      slug = `${plain}-${count}`
    }
    this.#counts.set(slug, 0)
    return slug
  }
}
