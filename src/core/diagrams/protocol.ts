/** The messages between the extension and the diagram panel, and the validation of those from the panel. */
import type { DiagramElement } from './elements.ts'

/** A diagram of the document, ready to be drawn. */
export interface DiagramCard {
  /** Hash of engine and source, with a counter for identical diagrams in a document. Stable across edits elsewhere. */
  readonly id: string
  /** Engine id, such as `mermaid`; the language of the fence if no engine draws it. */
  readonly engine: string
  readonly source: string
  /** The heading above it, or the document's name if there is none. */
  readonly title: string
  /** Such as `flowchart`; absent if the source does not say. */
  readonly kind?: string
  /** The line of the fence in the document, from 1, for display. */
  readonly line: number
  /** Its elements; absent if its engine or kind has no nodes. */
  readonly elements?: readonly DiagramElement[]
}

/** The document whose diagrams the panel shows. */
export interface PanelDocument {
  /** File name, shown at the top. */
  readonly name: string
  /** Kept in the panel's state, so that a restored panel knows its document. */
  readonly uri: string
  /** The URI it had before it was renamed while being shown. */
  readonly was?: string
}

/** Whether a document is the one with a URI, even if it has been renamed; true if both are undefined. */
export const isStill = (address: string | undefined, document: PanelDocument | undefined): boolean =>
  address === document?.uri || (address !== undefined && address === document?.was)

/** How the panel shows a document. The extension decides; the panel requests changes and stores it for restoring. */
export interface PanelView {
  /** Whether the panel stays with its document, whichever one is edited. */
  readonly locked: boolean
  /** All diagrams, or only the one at the cursor. */
  readonly mode: PanelMode
}

export type PanelMode = 'all' | 'one'

/** A request to draw a diagram for a file or the clipboard, in its own colours instead of the editor's. */
export interface PictureOrder {
  /** Identifies the answer. */
  readonly order: number
  readonly engine: string
  readonly source: string
  readonly title: string
  /** Absent if the author provided none. */
  readonly description?: string
  readonly dark: boolean
  readonly format: PictureFormat
  /** Pixels per unit of the drawing; ignored for SVG. */
  readonly scale: number
  /** `clipboard`: the panel copies it itself, since only the panel can do that with an image. */
  readonly to: 'host' | 'clipboard'
}

export type PictureFormat = 'svg' | 'png'

/** The result of an order: the picture, nothing if it was copied to the clipboard, or why it failed. */
export interface Picture {
  readonly svg?: string
  readonly png?: Uint8Array
  readonly error?: string
}

export type ToWebviewMessage =
  /** The whole state: sent after `ready` and after each change of the document. Without `document`, none is open. */
  | {
      readonly type: 'update'
      readonly document?: PanelDocument
      readonly diagrams: readonly DiagramCard[]
      readonly view: PanelView
    }
  | { readonly type: 'view'; readonly view: PanelView }
  /** The diagram at the cursor, and its element there; without an id, the cursor is outside all diagrams. */
  | { readonly type: 'cursor'; readonly id?: string; readonly mark?: string }
  /** Open the find bar. */
  | { readonly type: 'find' }
  | ({ readonly type: 'draw' } & PictureOrder)
  /** A picture in the document, by the source of its card, as a `data:` URL; without `data`, it is not available. */
  | { readonly type: 'image'; readonly source: string; readonly data?: string }

export type FromWebviewMessage =
  | { readonly type: 'ready' }
  /**
   * Go to the fence of a diagram, to the definition of an element, or to a line of its source, from 1. With `isGlance`,
   * the source is revealed without moving the focus.
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
  /**
   * The result of drawing: an error, with its line in the source from 1, if known. Without `error`, drawing succeeded.
   */
  | { readonly type: 'renderResult'; readonly id: string; readonly error?: string; readonly line?: number }
  /** Request a picture in the document, by the source of its card. */
  | { readonly type: 'readImage'; readonly source: string }
  /** The user requests another view. */
  | { readonly type: 'setView'; readonly view: PanelView }
  /** The result of an order. */
  | ({ readonly type: 'picture'; readonly order: number } & Picture)

/** The stored state of a restored panel. */
export interface PanelState {
  readonly uri?: string
  readonly view: PanelView
}

/** The initial view of a panel. */
export const firstView: PanelView = { locked: false, mode: 'all' }

/** Maximum length of texts from the panel, such as error messages and URLs, in UTF-16 units. */
const maxTextLength = 4000

/** Maximum size of pictures from the panel: UTF-16 units of an SVG, bytes of a PNG. */
const largest = 64 * 1024 * 1024

/** The message if it is valid, otherwise undefined. The panel draws untrusted text and is not trusted. */
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

/** The stored state of a panel, as far as it is valid. */
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
  // The first bytes of every PNG file.
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
