/** Reads a diagram into mermaid's own store, for what only that knows. */

import type { Mermaid } from 'mermaid'

/** What mermaid's store for a diagram offers to whoever draws it, as far as we ask for it. */
export interface DrawingData {
  /** Gantt: works out all dates. */
  getTasks?(): unknown
  /** C4. */
  getRels?(): readonly { readonly from: string; readonly to: string }[]
  getC4Shape?(alias: string): unknown
}

/** Reads a diagram whose front matter, directives and comments are gone into mermaid's store, which its types keep to itself. */
export const readData = async (mermaid: Mermaid, text: string): Promise<DrawingData> =>
  (await mermaid.mermaidAPI.getDiagramFromText(text)).db as DrawingData
