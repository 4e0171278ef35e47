import type { PanelPage } from './page.ts'

/**
 * Whether the panel goes on while a card is being drawn: its page takes turns, and the card is still not done after them. A
 * page that draws by itself stands still until it is done. Ask before the card is shown, and await the answer after.
 *
 * @param index of the card, from 0
 */
export const takesTurnsWhileDrawing = ({ page }: PanelPage, index: number): Promise<boolean> =>
  page.evaluate(async (at) => {
    const turn = () => new Promise((resolve) => setTimeout(resolve))
    const isBusy = () => document.querySelectorAll('.card')[at]?.getAttribute('aria-busy') === 'true'
    while (!isBusy()) await turn()
    for (let turns = 0; turns < 20; turns++) await turn()
    return isBusy()
  }, index)
