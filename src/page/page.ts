/** Turns a document into a self-contained HTML file that looks as on GitHub. */

import type { Element, ElementContent, RootContent } from 'hast'
import { readFrontmatter } from '../core/markdown/frontmatter.ts'
import { createParser } from '../core/markdown/slices.ts'
import { hashText } from '../core/text/hash.ts'
import { kindOfAddress } from './addresses.ts'
import { markAlerts } from './alerts.ts'
import { element, words as textNode } from './build.ts'
import { toCleanHtml } from './clean.ts'
import { drawingClass, fill, textIn, visit } from './fill.ts'
import { findingsTable } from './findings.ts'
import { frame } from './frame.ts'
import { frontTable } from './frontTable.ts'
import { addAnchors, contentsOf, nameHeadings, titleOf } from './headings.ts'
import type { PageNeeds, PageParts, PageSpeech } from './protocol.ts'
import { createSay, type Say } from './say.ts'

/** A document that was read and can be written as a page. */
export interface ReadPage {
  readonly needs: PageNeeds
  /** The text of the HTML file. */
  write(parts: PageParts): string
}

/**
 * Reads a document that is to become a page. Never throws, whatever the text.
 *
 * @param diagrams UTF-16 offsets of the fences that will be drawn
 * @param speech the language of the document, and the page's own texts in it; English if absent
 */
export function readPage(text: string, diagrams: readonly number[], { language, words }: PageSpeech = {}): ReadPage {
  const say = createSay(words)
  const parsed = createParser().parse(text)
  const tree = parsed.tree()
  const front = frontTable(readFrontmatter(parsed))
  markAlerts(tree, say)
  const headings = nameHeadings(tree)
  const key = hashText(text)
  const drawn = new Set(diagrams)
  const html = toCleanHtml(
    tree,
    ({ position }) => {
      const start = position?.start.offset
      return start !== undefined && drawn.has(start) ? drawingClass(key, start) : undefined
    },
    say,
  )
  const title = titleOf(headings)
  return {
    needs: { title: title ?? '', ...addressesIn(html) },
    write({ name, findings, index, ...filling }) {
      const filled = fill(html, { ...filling, key, say })
      addAnchors(filled, say)
      const contents = contentsOf(headings, say)
      const back = index === undefined ? [] : [element('p', { className: ['back'] }, [backTo(index, say)])]
      const found = findings ? [findingsTable(findings, headings, say)] : []
      const content = [...back, ...(front ? [front] : []), ...filled.children, ...found]
      return frame(title ?? name, contents ? belowTitle(content, contents) : content, language)
    },
  }
}

/** The content with the table of contents below the title, or at the beginning if nothing comes before its sections. */
function belowTitle(content: readonly RootContent[], contents: Element): readonly RootContent[] {
  const isHeading = (node: RootContent, name: RegExp) => node.type === 'element' && name.test(node.tagName)
  const title = content.findIndex((node) => isHeading(node, /^h1$/))
  const first = content.findIndex((node) => isHeading(node, /^h[1-6]$/))
  const at = title >= 0 && title === first ? title + 1 : 0
  return [...content.slice(0, at), contents, ...content.slice(at)]
}

const backTo = (index: string, say: Say): ElementContent =>
  element('a', { href: index }, [textNode(say('All documents'))])

/** The pictures and files that the page needs from outside. */
function addressesIn(html: Parameters<typeof visit>[0]): Pick<PageNeeds, 'images' | 'links'> {
  const images = new Set<string>()
  const links = new Set<string>()
  visit(html, (node) => {
    const picture = textIn(node, node.tagName === 'source' ? 'srcSet' : 'src')
    if (kindOfAddress(picture) === 'file') images.add(picture)
    if (node.tagName === 'a' && kindOfAddress(textIn(node, 'href')) === 'file') links.add(textIn(node, 'href'))
  })
  return { images: [...images], links: [...links] }
}
