/**
 * Replaces `github-slugger` in the extension's bundle, to avoid its list of 8,000 characters: JavaScript's regular
 * expressions know the same character properties, from a newer version of Unicode.
 */

/** The characters that GitHub removes from a heading's slug. */
const leftOut = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu

/** Creates unique slugs of headings. */
export default class GithubSlugger {
  readonly #counts = new Map<string, number>()

  /** The slug of a title; a number is added if it was used before. */
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
