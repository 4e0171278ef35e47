/** Collects what a page needs: the text, drawings of its diagrams, images, findings and link targets. */

import * as vscode from 'vscode'
import { createRecord } from '../../../core/data/records.ts'
import { resolveLink } from '../../../core/diagrams/link.ts'
import { diagramSentences } from '../../../core/diagrams/sentences.ts'
import { type Language, languageOf } from '../../../core/document/language.ts'
import { printable } from '../../../core/text/printable.ts'
import type { Drawing, PageFinding } from '../../../page/protocol.ts'
import { placedText } from '../../convert.ts'
import { t } from '../../localize.ts'
import { folderOf, nameOf } from '../../paths.ts'
import { type DiagramAccess, type Entry, entriesIn } from '../diagrams/chooseDiagram.ts'
import { drawPicture } from '../diagrams/drawPicture.ts'
import type { PageMaker } from './pageMaker.ts'
import { readPictures } from './pagePictures.ts'
import type { PageSource, SourceAccess } from './pageSource.ts'
import type { PageTexts } from './pageTexts.ts'

/** What is needed to create pages. */
export interface PageAccess extends DiagramAccess, SourceAccess {
  readonly maker: PageMaker
  readonly pageTextsIn: (language: Language | undefined) => Promise<PageTexts>
}

/** Options of a page. */
export interface PageWish {
  readonly findings: boolean
  /** The address of another document's page, relative to this one; undefined for a document without a page. */
  readonly pageOf: (path: string) => string | undefined
  /** The address of the list of all pages. */
  readonly index?: string
  readonly token: vscode.CancellationToken
}

/** A page, and what the list of pages needs to know about it. */
export interface Page {
  readonly title: string
  readonly html: string
  /** Reasons why diagrams are missing. */
  readonly failures: readonly string[]
}

/** Longest description of a picture, in UTF-16 units. */
const longestAlt = 1_000

/**
 * Creates a document's page. Rejects with an error that can be shown, also if the document changes in the meantime.
 *
 * @returns undefined if the user cancels
 */
export async function pageOf(access: PageAccess, source: PageSource, wish: PageWish): Promise<Page | undefined> {
  const { uri, text, model } = source
  const entries = entriesIn(model, uri).filter(({ diagram }) => diagram.engine !== undefined)
  const { page: speech, say } = await access.pageTextsIn(languageOf(model))
  const starts = entries.map(({ diagram }) => diagram.start)
  const { title, images, links } = await access.maker.read(text, starts, speech)
  const drawings: Drawing[] = []
  for (const entry of entries) {
    if (wish.token.isCancellationRequested) return undefined
    drawings.push(await draw(access, entry))
  }
  const findings = wish.findings ? await findingsOf(source, say) : undefined
  if (wish.token.isCancellationRequested) return undefined
  source.assertCurrent()
  const html = await access.maker.write({
    name: nameOf(uri),
    drawings,
    images: await readPictures(uri, images),
    links: targetsOf(uri, links, wish),
    ...(findings && { findings }),
    ...(wish.index !== undefined && { index: wish.index }),
  })
  const failures = drawings.flatMap(({ error }, index) =>
    error === undefined ? [] : [`“${entries[index]?.card.title}”: ${error}`],
  )
  return { title: title || nameOf(uri), html, failures }
}

async function draw(access: DiagramAccess, entry: Entry): Promise<Drawing> {
  const { card, diagram } = entry
  const { graph } = diagram
  const said = graph?.description ?? (graph ? diagramSentences(graph).join('. ') : '')
  const alt = [graph?.title || card.title, said].filter(Boolean).join(': ')
  const place = { start: diagram.start, alt: alt.length > longestAlt ? `${alt.slice(0, longestAlt)}…` : alt }
  const light = await drawPicture(access, entry, { dark: false, format: 'svg', scale: 1 })
  if (light.svg === undefined) return { ...place, error: light.error ?? t`it was not drawn` }
  const dark = await drawPicture(access, entry, { dark: true, format: 'svg', scale: 1 })
  return { ...place, light: light.svg, ...(dark.svg !== undefined && { dark: dark.svg }) }
}

/** Undefined if the document is not a design document, and so was not linted. */
async function findingsOf(source: PageSource, say: PageTexts['say']): Promise<readonly PageFinding[] | undefined> {
  const messages = await source.lint()
  const place = placedText(source.uri, source.text)
  return messages?.map(({ severity, reason, start }) => ({
    severity: say(severity),
    reason: printable(say(reason)),
    line: place.positionAt(start).line + 1,
    start,
  }))
}

/** The targets of links to other documents that have pages, by the addresses in the document. */
function targetsOf(
  uri: vscode.Uri,
  links: readonly string[],
  { pageOf }: Pick<PageWish, 'pageOf'>,
): Readonly<Record<string, string>> {
  const base = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? folderOf(uri)
  return createRecord(
    links.flatMap((href): readonly (readonly [string, string])[] => {
      const target = resolveLink(href, { document: uri.path, folder: base.path })
      const page = target?.type === 'file' ? pageOf(target.path) : undefined
      const at = href.indexOf('#')
      return page === undefined ? [] : [[href, `${page}${at < 0 ? '' : href.slice(at)}` || '#']]
    }),
  )
}
