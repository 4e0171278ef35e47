import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core'
import { writeClipboard } from './clipboard.ts'
import { results } from './paths.ts'
import { QuickInput } from './quickInput.ts'
import { whileDrawn } from './unseen.ts'
import { until } from './until.ts'

/** The id of our extension in webviews and logs. */
const extensionId = 'design-docs.design-docs'

/** User actions in VS Code's window around the editor: keys, palette, webviews, notifications, status bar. */
export class Window {
  /** For everything else that Playwright can do. */
  readonly page: Page
  readonly quickInput: QuickInput

  constructor(page: Page) {
    this.page = page
    this.quickInput = new QuickInput(page)
  }

  /** Runs a command through the palette by its full title, including the category. */
  async runCommand(title: string): Promise<void> {
    await until(
      `the command “${title}” in the palette`,
      async () => {
        await this.quickInput.open('Control+Shift+P', `>${title}`)
        const state = await this.#settledPalette()
        if (state.includes(title)) return true
        // The palette is filled when it opens, so a command that is registered later is only in the next one.
        await this.quickInput.dismiss()
        return false
      },
      () => this.commands(title),
    )
    await this.quickInput.pick(title)
    // The palette closes, or the command's own box replaces it.
    await until('the palette to close', async () => !(await this.quickInput.state())?.value.startsWith('>'))
  }

  /** Returns the titles that the palette offers for a text. */
  async commands(text: string): Promise<readonly string[]> {
    await this.quickInput.open('Control+Shift+P', `>${text}`)
    const titles = await this.#settledPalette()
    await this.quickInput.dismiss()
    return titles
  }

  /** Presses a key or a chord: `press('Control+K', 'V')`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Types at the cursor, key by key, so that auto-closing and suggestions react as they do for a user. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Pastes at the cursor, without auto-closing, suggestions or auto-indentation. */
  async paste(text: string): Promise<void> {
    await writeClipboard(this.page, text)
    await this.press('Control+V')
  }

  /** Returns the document inside a webview of an extension, by default ours. Playwright waits for elements in it. */
  webview(extension = extensionId): FrameLocator {
    return this.page.frameLocator(`iframe.webview.ready[src*="extensionId=${extension}"]`).frameLocator('#active-frame')
  }

  /** Returns the same document as a frame, for `evaluate`. */
  async webviewFrame(extension = extensionId): Promise<Frame> {
    return until('the webview', async () => {
      const frame = await this.webview(extension).locator('html').elementHandle()
      return (await frame?.ownerFrame()) ?? undefined
    })
  }

  /** Returns the texts of the notifications on screen. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts()
  }

  /** Waits for a notification and returns its text. */
  async notification(text: string | RegExp): Promise<string> {
    return until(
      `a notification ${text}`,
      async () =>
        (await this.notifications()).find((shown) =>
          typeof text === 'string' ? shown.includes(text) : text.test(shown),
        ),
      () => this.notifications(),
    )
  }

  /** Returns the texts in the status bar. */
  async statusBar(): Promise<readonly string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts()
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '')
  }

  /** Returns the accessible names of the visible rows of a view in the side bar. Use `viewRow` to click a row. */
  async viewRows(title: string): Promise<readonly string[]> {
    const rows = this.#view(title).locator('.monaco-list-row')
    return rows.evaluateAll((found) => found.map((row) => row.getAttribute('aria-label') ?? ''))
  }

  /** Returns a row of a view in the side bar, by a part of its accessible name. */
  viewRow(title: string, label: string): Locator {
    return this.#view(title).locator(`.monaco-list-row[aria-label*="${label}"]`).first()
  }

  #view(title: string): Locator {
    return this.page.locator(`.tree-explorer-viewlet-tree-view .monaco-list[aria-label="${title}"]`)
  }

  /** Saves a screenshot in the git-ignored `test-results` and returns its path. @param page if not the workbench */
  async screenshot(name: string, page = this.page): Promise<string> {
    const path = join(results, `${name}.png`)
    mkdirSync(dirname(path), { recursive: true })
    await whileDrawn(page, () => page.screenshot({ path }))
    return path
  }

  async #settledPalette(): Promise<readonly string[]> {
    // Results arrive asynchronously after the text, so the list must have the same entries twice in a row.
    let before = ''
    const state = await this.quickInput.waitFor('the palette', (now) => {
      const settled = now.picks.length > 0 && before === now.picks.join('\n')
      before = now.picks.join('\n')
      return settled
    })
    return state.picks
  }
}
