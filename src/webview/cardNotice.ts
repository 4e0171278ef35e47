/** Shows below a picture why it is missing or out of date. */

import type { DiagramCard } from '../core/diagrams/protocol.ts'
import type { CardActions } from './cardActions.ts'
import { button, element, iconOf } from './dom.ts'
import type { Drawing } from './frame.ts'
import { t, translated } from './words.ts'

/** @param trouble undefined if the picture is up to date */
export function showTrouble(
  notice: HTMLElement,
  trouble: Drawing | undefined,
  card: DiagramCard,
  { drawAgain, openSource }: Pick<CardActions, 'drawAgain' | 'openSource'>,
): void {
  if (!trouble) notice.replaceChildren()
  else if (trouble.type === 'slow') {
    const again = button({ name: 'action', label: t`Draw Anyway`, text: t`Draw Anyway` }, () => drawAgain(card.id))
    notice.replaceChildren(iconOf('clock'), element('p', {}, t`This diagram takes too long to draw`), again)
  } else {
    const message = trouble.type === 'drawn' ? t`The engine returned no picture` : translated(trouble.message)
    const line = trouble.type === 'failed' ? trouble.line : undefined
    const icon = iconOf(trouble.type === 'broken' || trouble.type === 'unknown' ? 'diagram' : 'error')
    notice.replaceChildren(icon, element('p', {}, ...withCode(message)))
    if (trouble.type === 'broken')
      notice.append(button({ name: 'action', label: t`Try Again`, text: t`Try Again` }, () => drawAgain(card.id)))
    if (line === undefined) return
    // The fence takes one line, so line 1 of the source is the line after it.
    const place = card.line + line
    const go = () => openSource(card.id, { line })
    notice.append(button({ name: 'place', label: t`Go to Line ${place}`, text: t`Line ${place}` }, go))
  }
}

/** A message, with the parts in backticks as code elements. */
function withCode(message: string): (HTMLElement | string)[] {
  return message.split('`').map((words, index) => (index % 2 === 1 ? element('code', {}, words) : words))
}
