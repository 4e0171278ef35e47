/**
 * Keeps the browser from drawing what nobody looks at. A transparent page is laid out, takes keys and clicks, and runs its
 * animation frames like any other, but nothing of it is painted, which is half the work of a window.
 */
import type { Page } from 'playwright-core'

/** Makes all that a page loads from now on transparent, up to a picture. */
export async function drawNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top) return
    window.unseen = new CSSStyleSheet()
    window.unseen.replaceSync('html { opacity: 0 }')
    document.adoptedStyleSheets.push(window.unseen)
  })
}

/** Draws a page while something looks at it; also one that is drawn anyway. */
export async function whileDrawn<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const draw = (isDrawn: boolean) =>
    page.evaluate((value) => {
      if (window.unseen) window.unseen.disabled = value
    }, isDrawn)
  await draw(true)
  try {
    return await look()
  } finally {
    await draw(false)
  }
}

declare global {
  interface Window {
    /** What makes the page transparent. */
    unseen: CSSStyleSheet | undefined
  }
}
