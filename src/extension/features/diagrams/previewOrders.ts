/** Requests pictures from the panel's page and passes on its answers. */

import type { Picture, PictureOrder, ToWebviewMessage } from '../../../core/diagrams/protocol.ts'
import { within } from '../../platform.ts'

/** Pictures requested from the panel. */
export interface Orders {
  /** Resolves to the picture or to the reason why there is none; never rejects. */
  place(order: Omit<PictureOrder, 'order'>): Promise<Picture>
  /** Sends open requests again after the panel's page was created again, since it has lost them. */
  repeat(): void
  /** Passes on an answer. An answer without an open request is ignored. */
  settle(answer: Picture & { readonly order: number }): void
  /** Must be called when the panel is closed. */
  cancel(): void
}

/** Milliseconds, more than a panel takes to start, an engine to load and a slow diagram to draw. */
const timeLimit = 60_000

export function createOrders(post: (message: ToWebviewMessage) => void): Orders {
  const open = new Map<number, { readonly order: PictureOrder; readonly settle: (picture: Picture) => void }>()
  let count = 0
  const send = ({ order }: { readonly order: PictureOrder }) => post({ type: 'draw', ...order })
  return {
    async place(wanted) {
      const order = { ...wanted, order: ++count }
      const answer = new Promise<Picture>((settle) => {
        open.set(order.order, { order, settle })
        send({ order })
      })
      const picture = await within(timeLimit, answer, { error: 'The diagram panel is not responding' })
      open.delete(order.order)
      return picture
    },
    repeat() {
      for (const each of open.values()) send(each)
    },
    settle({ order, svg, png, error }) {
      open.get(order)?.settle({ ...(svg !== undefined && { svg }), ...(png && { png }), ...(error && { error }) })
    },
    cancel() {
      for (const { settle } of open.values()) settle({ error: 'The diagram panel was closed' })
    },
  }
}
