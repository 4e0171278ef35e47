/**
 * Keeps the browser from painting pages that nobody looks at. A transparent page is laid out, accepts keys and clicks
 * and runs its animation frames like any other, but is not painted, which saves half the work of a window.
 */
import type { Page } from 'playwright-core'

/** Makes everything that a page loads from now on transparent, except during `whileDrawn`. */
export async function drawNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top) return
    window.unseen = new CSSStyleSheet()
    window.unseen.replaceSync('html { opacity: 0 }')
    document.adoptedStyleSheets.push(window.unseen)
  })
}

/** Paints a page while `look` runs. Does no harm if the page is always painted. */
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
    /** The style sheet that makes the page transparent. */
    unseen: CSSStyleSheet | undefined
  }
}
