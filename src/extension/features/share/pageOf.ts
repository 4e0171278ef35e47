/** Brings together what a page needs: the text, drawings of its diagrams, pictures, findings and where links lead. */

import * as vscode from 'vscode'
import { createRecord } from '../../../core/data/records.ts'
import { resolveLink } from '../../../core/diagrams/link.ts'
import { diagramSentences } from '../../../core/diagrams/sentences.ts'
import { type Language, languageOf } from '../../../core/document/language.ts'
import { printable } from '../../../core/text/printable.ts'
import type { Drawing, PageFinding } from '../../../page/protocol.ts'
import { t } from '../../localize.ts'
import { folderOf } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { type DiagramAccess, type Entry, entriesOf } from '../diagrams/chooseDiagram.ts'
import { drawPicture } from '../diagrams/drawPicture.ts'
import { nameOf } from '../diagrams/exportFiles.ts'
import type { PageMaker } from './pageMaker.ts'
import { readPictures } from './pagePictures.ts'
import type { Speech } from './pageSpeech.ts'

/** What pages are made with. */
export interface PageAccess extends DiagramAccess {
  readonly service: Pick<Service, 'lint'>
  readonly maker: PageMaker
  readonly speechIn: (language: Language | undefined) => Promise<Speech>
}

/** How a page is wanted. */
export interface PageWish {
  readonly findings: boolean
  /** The address of another document's page, from this one; undefined for a document without a page. */
  readonly pageOf: (path: string) => string | undefined
  /** The address of the list of all pages. */
  readonly index?: string
  readonly token: vscode.CancellationToken
}

/** A page, and what a list of pages says of it. */
export interface Page {
  readonly title: string
  readonly html: string
  /** Reasons why diagrams are missing from it. */
  readonly failures: readonly string[]
}

/** Longest description of a picture, in UTF-16 units. */
const longestAlt = 1_000

/** Make a document's page. @returns undefined when it was called off, or the document moved on. Rejects with what can be shown */
export async function pageOf(
  access: PageAccess,
  document: vscode.TextDocument,
  wish: PageWish,
): Promise<Page | undefined> {
  const text = document.getText()
  const entries = (await entriesOf(access, document)).filter(({ diagram }) => diagram.engine !== undefined)
  const model = await access.modelOf(document)
  const { page: speech, say } = await access.speechIn(model && languageOf(model))
  const starts = entries.map(({ diagram }) => diagram.start)
  const { title, images, links } = await access.maker.read(text, starts, speech)
  const drawings: Drawing[] = []
  for (const entry of entries) {
    if (wish.token.isCancellationRequested) return undefined
    drawings.push(await draw(access, entry))
  }
  const findings = wish.findings ? await findingsOf(access, document, say) : undefined
  if (wish.token.isCancellationRequested || document.getText() !== text) return undefined
  const html = await access.maker.write({
    name: nameOf(document.uri),
    drawings,
    images: await readPictures(document.uri, images),
    links: targetsOf(document.uri, links, wish),
    ...(findings && { findings }),
    ...(wish.index !== undefined && { index: wish.index }),
  })
  const failures = drawings.flatMap(({ error }, index) =>
    error === undefined ? [] : [`“${entries[index]?.card.title}”: ${error}`],
  )
  return { title: title || nameOf(document.uri), html, failures }
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

/** Undefined for what is not a design document: nobody has looked for anything in it. */
async function findingsOf(
  { service }: PageAccess,
  document: vscode.TextDocument,
  say: Speech['say'],
): Promise<readonly PageFinding[] | undefined> {
  const linted = await service.lint(document)
  return (
    linted?.type &&
    linted.messages.map(({ severity, reason, start }) => ({
      severity: say(severity),
      reason: printable(say(reason)),
      line: document.positionAt(start).line + 1,
      start,
    }))
  )
}

/** Where links to other documents lead in their pages, by the addresses that the document has for them. */
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
