/** Reads a diagram into mermaid's own database, for information that only it has. */

import type { Mermaid } from 'mermaid'

/** The part that we use of a diagram's database in mermaid. */
export interface DrawingData {
  /** Gantt: computes all dates. */
  getTasks?(): unknown
  /** C4. */
  getRels?(): readonly { readonly from: string; readonly to: string }[]
  getC4Shape?(alias: string): unknown
}

/** Reads a diagram without front matter, directives and comments into mermaid's database, which has no public types. */
export const readData = async (mermaid: Mermaid, text: string): Promise<DrawingData> =>
  (await mermaid.mermaidAPI.getDiagramFromText(text)).db as DrawingData
