/** What the extension and the diagram panel say to each other. Types only. */

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

export type ToWebviewMessage =
  /** The whole state: sent after `ready` and at each change of the document. */
  | { readonly type: 'update'; readonly document: { readonly name: string; readonly uri: string }; readonly diagrams: readonly DiagramCard[] }
  /** Bring a card into view, for the cursor is in its fence. */
  | { readonly type: 'reveal'; readonly id: string }

export type FromWebviewMessage =
  | { readonly type: 'ready' }
  /** Go to the fence of a diagram. */
  | { readonly type: 'openSource'; readonly id: string }
  /** An error only drawing can find. Absent error: it draws well again. */
  | { readonly type: 'renderResult'; readonly id: string; readonly error?: string }
