import type { Page } from 'playwright-core'

/** Collects the texts of all notifications that appear on a page, even briefly. Call it before the page is loaded. */
export async function watchToasts(page: Page): Promise<readonly string[]> {
  const seen: string[] = []
  await page.exposeFunction('noteToast', (text: string) => {
    if (!seen.includes(text)) seen.push(text)
  })
  await page.addInitScript(() => {
    if (window !== window.top) return
    const { noteToast } = window as unknown as { noteToast(text: string): void }
    const look = (): void => {
      for (const { textContent } of document.querySelectorAll('.notifications-toasts .notification-list-item-message'))
        if (textContent) noteToast(textContent)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true })
  })
  return seen
}
