/** What the extension and the diagram panel say to each other, and the check of what the panel says. */
import type { DiagramElement } from './elements.ts'

/** One diagram of the document, ready to be drawn. */
export interface DiagramCard {
  /** Hash of engine and source, with a counter where a document holds the same diagram twice. Stable across edits elsewhere. */
  readonly id: string
  /** Engine id, such as `mermaid`; the language of the fence where no engine of ours draws it. */
  readonly engine: string
  readonly source: string
  /** The text of the heading above, or the document's name where there is none. */
  readonly title: string
  /** Such as `flowchart`; absent when the source does not say. */
  readonly kind?: string
  /** The line of the fence in the document, from 1, to be shown. */
  readonly line: number
  /** What it shows; absent when its engine or kind has no nodes. */
  readonly elements?: readonly DiagramElement[]
}

/** The document whose diagrams the panel shows. */
export interface PanelDocument {
  /** File name, shown on top. */
  readonly name: string
  /** Kept in the panel's state, so that a restored panel knows its document. */
  readonly uri: string
  /** The address it had before it was renamed while it was shown. */
  readonly was?: string
}

/** Whether a document is still the one of an address, be it renamed; so is none where there was none. */
export const isStill = (address: string | undefined, document: PanelDocument | undefined): boolean =>
  address === document?.uri || (address !== undefined && address === document?.was)

/** How the panel shows a document. The extension decides; the panel asks for changes and keeps it for its next life. */
export interface PanelView {
  /** The panel stays with its document whatever is edited. */
  readonly locked: boolean
  /** All diagrams, or the one under the cursor. */
  readonly mode: PanelMode
}

export type PanelMode = 'all' | 'one'

/** A diagram to be drawn for a file or the clipboard: in colours of its own, not in those of the editor. */
export interface PictureOrder {
  /** Comes back in the answer. */
  readonly order: number
  readonly engine: string
  readonly source: string
  readonly title: string
  /** Absent when the author gave none. */
  readonly description?: string
  readonly dark: boolean
  readonly format: PictureFormat
  /** Pixels for each unit of the drawing; of no matter to SVG. */
  readonly scale: number
  /** `clipboard`: the panel puts it there itself, for only it can do so with an image. */
  readonly to: 'host' | 'clipboard'
}

export type PictureFormat = 'svg' | 'png'

/** What became of an order: the picture, nothing where it went to the clipboard, or why there is none. */
export interface Picture {
  readonly svg?: string
  readonly png?: Uint8Array
  readonly error?: string
}

export type ToWebviewMessage =
  /** The whole state: sent after `ready` and at each change of the document. No document: none is open. */
  | {
      readonly type: 'update'
      readonly document?: PanelDocument
      readonly diagrams: readonly DiagramCard[]
      readonly view: PanelView
    }
  | { readonly type: 'view'; readonly view: PanelView }
  /** The cursor stands in the fence of this diagram, at this element of it; without an id, in none. */
  | { readonly type: 'cursor'; readonly id?: string; readonly mark?: string }
  /** Open the find bar. */
  | { readonly type: 'find' }
  | ({ readonly type: 'draw' } & PictureOrder)
  /** A picture of the document, by the source of its card, as a `data:` address; without one, it cannot be had. */
  | { readonly type: 'image'; readonly source: string; readonly data?: string }

export type FromWebviewMessage =
  | { readonly type: 'ready' }
  /**
   * Go to the fence of a diagram, to the definition of an element, or to a line of its source, counted from 1. At a glance, it is
   * shown and the focus stays where it is.
   */
  | {
      readonly type: 'openSource'
      readonly id: string
      readonly mark?: string
      readonly line?: number
      readonly isGlance?: true
    }
  /** A link in a drawing was clicked. The host decides whether it may be followed. */
  | { readonly type: 'openLink'; readonly id: string; readonly href: string }
  /** What the drawing engine found, with its line in the source, from 1, if it knows one. No error: it draws well again. */
  | { readonly type: 'renderResult'; readonly id: string; readonly error?: string; readonly line?: number }
  /** A picture of the document is to be shown, by the source of its card. */
  | { readonly type: 'readImage'; readonly source: string }
  /** The reader wants another view. */
  | { readonly type: 'setView'; readonly view: PanelView }
  /** An order was carried out, or could not be. */
  | ({ readonly type: 'picture'; readonly order: number } & Picture)

/** What a restored panel brings along. */
export interface PanelState {
  readonly uri?: string
  readonly view: PanelView
}

/** How a panel starts. */
export const firstView: PanelView = { locked: false, mode: 'all' }

/** Longest text taken from the panel: an error message or an address. */
const maxTextLength = 4000

/** Largest picture taken from the panel: characters of an SVG, bytes of a PNG. */
const largest = 64 * 1024 * 1024

/** The message if it has a known shape, else undefined: what draws untrusted text is not trusted. */
export function parseFromWebview(value: unknown): FromWebviewMessage | undefined {
  const { type, id, href, error, view, mark, line, order, svg, png, source, isGlance } = fields(value)
  if (type === 'ready') return { type }
  if (type === 'setView') return { type, view: parseView(view) }
  if (type === 'picture' && Number.isSafeInteger(order)) {
    if (isText(error)) return { type, order: Number(order), error }
    return { type, order: Number(order), ...pictureOf(svg, png) }
  }
  if (type === 'readImage' && isText(source)) return { type, source }
  if (!isText(id)) return undefined
  if (type === 'openSource')
    return {
      type,
      id,
      ...(isText(mark) && { mark }),
      ...(Number.isSafeInteger(line) && { line: Number(line) }),
      ...(isGlance === true && { isGlance }),
    }
  if (type === 'openLink' && isText(href)) return { type, id, href }
  if (type !== 'renderResult') return undefined
  if (error === undefined) return { type, id }
  if (!isText(error)) return undefined
  return { type, id, error, ...(typeof line === 'number' && line >= 1 && { line: Math.floor(line) }) }
}

/** The state a panel kept, as far as it can be believed. */
export function parsePanelState(value: unknown): PanelState {
  const { uri, view } = fields(value)
  return { ...(isText(uri) && { uri }), view: parseView(view) }
}

function parseView(value: unknown): PanelView {
  const { locked, mode } = fields(value)
  return { locked: locked === true, mode: mode === 'one' ? 'one' : 'all' }
}

function pictureOf(svg: unknown, png: unknown): Picture {
  if (svg === undefined && png === undefined) return {}
  if (typeof svg === 'string' && svg.startsWith('<svg ') && svg.length <= largest) return { svg }
  // As every file of this kind begins.
  const isPng = png instanceof Uint8Array && png.length <= largest && String(png.subarray(0, 4)) === '137,80,78,71'
  return isPng ? { png } : { error: 'The picture is too large' }
}

type Field =
  | 'isGlance'
  | 'source'
  | 'order'
  | 'svg'
  | 'png'
  | 'type'
  | 'id'
  | 'href'
  | 'error'
  | 'uri'
  | 'view'
  | 'locked'
  | 'mode'
  | 'mark'
  | 'line'

function fields(value: unknown): Partial<Record<Field, unknown>> {
  return typeof value === 'object' && value !== null ? value : {}
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxTextLength
}
