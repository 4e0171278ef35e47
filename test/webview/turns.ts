import type { PanelPage } from './page.ts'

/**
 * Returns whether the panel stays responsive while a card is being drawn: its page runs 20 tasks, and the card is
 * still busy afterwards. A page that drew by itself would be blocked until it is done. Call this before the card is
 * shown, and await the result afterwards.
 *
 * @param index the index of the card, from 0
 */
export const takesTurnsWhileDrawing = ({ page }: PanelPage, index: number): Promise<boolean> =>
  page.evaluate(async (at) => {
    const turn = () => new Promise((resolve) => setTimeout(resolve))
    const isBusy = () => document.querySelectorAll('.card')[at]?.getAttribute('aria-busy') === 'true'
    while (!isBusy()) await turn()
    for (let turns = 0; turns < 20; turns++) await turn()
    return isBusy()
  }, index)
