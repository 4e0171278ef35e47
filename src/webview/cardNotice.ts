/** Says under a picture why there is none, or none of the source as it is now. */

import type { DiagramCard } from '../core/diagrams/protocol.ts'
import type { CardActions } from './cardActions.ts'
import { button, element, iconOf } from './dom.ts'
import type { Drawing } from './frame.ts'
import { t, translated } from './words.ts'

/** @param trouble undefined where the picture is as it should be */
export function showTrouble(
  notice: HTMLElement,
  trouble: Drawing | undefined,
  card: DiagramCard,
  { drawAnyway, openSource }: Pick<CardActions, 'drawAnyway' | 'openSource'>,
): void {
  if (!trouble) notice.replaceChildren()
  else if (trouble.type === 'slow') {
    const again = button({ name: 'action', label: t`Draw Anyway`, text: t`Draw Anyway` }, () => drawAnyway(card.id))
    notice.replaceChildren(iconOf('clock'), element('p', {}, t`This diagram takes too long to draw`), again)
  } else {
    const message = trouble.type === 'drawn' ? t`The engine returned no picture` : translated(trouble.message)
    const line = trouble.type === 'failed' ? trouble.line : undefined
    const icon = iconOf(trouble.type === 'broken' || trouble.type === 'unknown' ? 'diagram' : 'error')
    notice.replaceChildren(icon, element('p', {}, ...withCode(message)))
    if (line === undefined) return
    // The first line of the source is the one after the fence.
    const place = card.line + line
    const go = () => openSource(card.id, { line })
    notice.append(button({ name: 'place', label: t`Go to Line ${place}`, text: t`Line ${place}` }, go))
  }
}

/** A message with what stands in backticks as code. */
function withCode(message: string): (HTMLElement | string)[] {
  return message.split('`').map((words, index) => (index % 2 === 1 ? element('code', {}, words) : words))
}
