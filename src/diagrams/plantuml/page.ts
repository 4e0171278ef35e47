/** What the readers of PlantUML's lines share: the graph in the making and its open groups. */

import type { Draft } from '../source/draft.ts'

/** What the readers of lines write on. */
export interface Page {
  readonly draft: Draft
  /** Open braces: the id of the group, or undefined for a brace that holds none. */
  readonly open: (string | undefined)[]
}

/** What comes next stands in this group. */
export function enter({ draft, open }: Page, id: string, start: number): void {
  draft.enter(id, start)
  open.push(id)
}
