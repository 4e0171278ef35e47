/** What the extension and the diagram panel say to each other, and the check of what the panel says. */

/** One diagram of the document, ready to be drawn. */
export interface DiagramCard {
  /** Hash of engine and source, with a counter where a document holds the same diagram twice. Stable across edits elsewhere. */
  readonly id: string
  /** Engine id, such as `mermaid`. */
  readonly engine: string
  readonly source: string
  /** The text of the heading above, or the document's name where there is none. */
  readonly title: string
  /** Such as `flowchart`; absent when the source does not say. */
  readonly kind?: string
  /** The line of the fence in the document, from 1, to be shown. */
  readonly line: number
}

/** The document whose diagrams the panel shows. */
export interface PanelDocument {
  /** File name, shown on top. */
  readonly name: string
  /** Kept in the panel's state, so that a restored panel knows its document. */
  readonly uri: string
}

export type ToWebviewMessage =
  /** The whole state: sent after `ready` and at each change of the document. No document: none is open. */
  | { readonly type: 'update'; readonly document?: PanelDocument; readonly diagrams: readonly DiagramCard[] }
  /** Bring a card into view, for the cursor is in its fence. */
  | { readonly type: 'reveal'; readonly id: string }

export type FromWebviewMessage =
  | { readonly type: 'ready' }
  /** Go to the fence of a diagram. */
  | { readonly type: 'openSource'; readonly id: string }
  /** A link in a drawing was clicked. The host decides whether it may be followed. */
  | { readonly type: 'openLink'; readonly id: string; readonly href: string }
  /** An error only drawing can find. Absent error: it draws well again. */
  | { readonly type: 'renderResult'; readonly id: string; readonly error?: string }

/** What a restored panel brings along. */
export interface PanelState {
  readonly uri?: string
}

/** Longest text taken from the panel: an error message or an address. */
const longest = 4000

/** The message if it has a known shape, else undefined: what draws untrusted text is not trusted. */
export function parseFromWebview(value: unknown): FromWebviewMessage | undefined {
  const { type, id, href, error } = fields(value)
  if (type === 'ready') return { type }
  if (!isText(id)) return undefined
  if (type === 'openSource') return { type, id }
  if (type === 'openLink' && isText(href)) return { type, id, href }
  if (type !== 'renderResult') return undefined
  if (error === undefined) return { type, id }
  return isText(error) ? { type, id, error } : undefined
}

/** The state a panel kept, as far as it can be believed. */
export function parsePanelState(value: unknown): PanelState {
  const { uri } = fields(value)
  return isText(uri) ? { uri } : {}
}

function fields(value: unknown): Partial<Record<'type' | 'id' | 'href' | 'error' | 'uri', unknown>> {
  return typeof value === 'object' && value !== null ? value : {}
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest
}
