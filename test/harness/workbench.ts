import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core'
import { workbenchAddress } from './address.ts'
import { launchChromium } from './chromium.ts'
import { readClipboard, writeClipboard } from './clipboard.ts'
import { extensionErrors, readyExtensionHosts } from './logs.ts'
import { repository, results, temporaryWorkspace, type WorkspaceSource } from './paths.ts'
import { readProblems, type ShownProblem } from './problems.ts'
import { QuickInput } from './quickInput.ts'
import { type Server, startServer } from './server.ts'
import { patience, until } from './until.ts'

/** How a workbench opens. */
export interface OpenOptions {
  /** The source folder of the extension; the repository unless told. `false`: none, because a `vsix` brings it. */
  readonly extension?: string | false
  /** A file of the workspace to open at the start. */
  readonly file?: string
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** `false` opens the folder in restricted mode, without asking. */
  readonly trust?: boolean
  /** Packaged extensions to install first. */
  readonly vsix?: readonly string[]
}

/** So that copying without a selection copies nothing, and `selectedText` means what it says. */
const testSettings = { 'editor.emptySelectionClipboard': false }

/** The id of our extension, as webviews and logs name it. */
export const extensionId = 'design-docs.design-docs'

/**
 * A real VS Code in a browser, driven as a person drives it. Every method waits until what it needs is there, and says
 * what was there instead if it never comes.
 */
export class Workbench {
  /** Everything else Playwright can do. */
  readonly page: Page
  /** The workspace: a private copy, so write to it as you like. */
  readonly folder: string
  readonly quickInput: QuickInput
  readonly #server: Server
  readonly #browser: Browser
  readonly #webviewErrors: string[] = []
  /** How many extension hosts this window has had. */
  #extensionHosts = 0

  private constructor(server: Server, browser: Browser, page: Page, folder: string) {
    this.#server = server
    this.#browser = browser
    this.page = page
    this.folder = folder
    this.quickInput = new QuickInput(page)
  }

  /** Opens a private copy of a workspace in a server and a browser of its own. */
  static async open(workspace: WorkspaceSource, options: OpenOptions = {}): Promise<Workbench> {
    const folder = temporaryWorkspace(workspace)
    const { trust = true, settings = {}, vsix = [], extension = repository } = options
    const extensions = extension === false ? [] : [extension]
    const server = await startServer({ trust, settings: { ...testSettings, ...settings }, vsix, extensions })
    try {
      const browser = await launchChromium()
      const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      const workbench = new Workbench(server, browser, await context.newPage(), folder)
      workbench.#listen()
      const address = workbenchAddress(server.authority, {
        folder,
        file: options.file === undefined ? undefined : join(folder, options.file),
      })
      // Not the load event: it waits for resources that a closed network never delivers.
      await workbench.page.goto(address, { waitUntil: 'commit' })
      await workbench.#ready(options.file)
      return workbench
    } catch (error) {
      await server.close()
      throw error
    }
  }

  /** Ends browser and server. The temporary folders go with the process. */
  async close(): Promise<void> {
    await this.#browser.close()
    await this.#server.close()
  }

  /** Changes user settings while the workbench runs; wait for what they change. */
  configure(settings: Readonly<Record<string, unknown>>): void {
    this.#server.configure(settings)
  }

  /** *Developer: Reload Window*: what was open is restored. */
  async reload(): Promise<void> {
    // An address that names a file opens that file instead of what was open.
    const plain = workbenchAddress(this.#server.authority, { folder: this.folder })
    await this.page.evaluate((address) => history.replaceState(null, '', address), plain)
    // The command, not the browser's reload: it saves the window's state first.
    const reloaded = this.page.waitForEvent('domcontentloaded')
    // The page goes while the command still waits for its answer.
    await this.runCommand('Developer: Reload Window').catch(() => undefined)
    await reloaded
    await this.#ready()
  }

  // ---- Commands, keys, text -------------------------------------------------------------------------------------

  /** Runs a command through the palette by its full title, category included. */
  async runCommand(title: string): Promise<void> {
    await until(
      `the command “${title}” in the palette`,
      async () => {
        await this.quickInput.open('Control+Shift+P', `>${title}`)
        const state = await this.#settledPalette()
        if (state.includes(title)) return true
        // The palette is filled when it opens; a command that comes later is in the next one.
        await this.quickInput.dismiss()
        return false
      },
      () => this.commands(title),
    )
    await this.quickInput.pick(title)
    // The palette goes, or a box of the command's own takes its place.
    await until('the palette to close', async () => !(await this.quickInput.state())?.value.startsWith('>'))
  }

  /** The titles the palette offers for a text. */
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

  /** Types where the cursor is, key by key: auto-closing and suggestions react as they do for a person. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Pastes where the cursor is: no auto-closing, no suggestions, no auto-indentation. */
  async paste(text: string): Promise<void> {
    await writeClipboard(this.page, text)
    await this.press('Control+V')
  }

  // ---- Files and editor -----------------------------------------------------------------------------------------

  /** Opens a file of the workspace by name, through Ctrl+P, and waits until its editor is there. */
  async openFile(name: string): Promise<void> {
    await this.quickInput.open('Control+P', name)
    await this.quickInput.pick(name.split('/').at(-1) ?? name)
    await this.untilOpen(name)
  }

  /** Waits until a tab with such a name is the active one, and returns its name. */
  async untilTab(name: RegExp): Promise<string> {
    return until(
      `a tab ${name}`,
      async () => {
        const active = await this.activeTab()
        return active !== undefined && name.test(active) && active
      },
      () => this.tabs(),
    )
  }

  /** Waits until a file is the active editor. */
  async untilOpen(name: string): Promise<void> {
    const base = name.split('/').at(-1) ?? name
    await until(
      `the editor of ${name}`,
      async () => (await this.activeTab()) === base && this.#editor().locator('.view-line').first().isVisible(),
      () => this.tabs(),
    )
  }

  /** The names of the open tabs; a dirty one ends with ` ●`. */
  async tabs(): Promise<readonly string[]> {
    return this.page.locator('.tabs-container .tab').evaluateAll((tabs) =>
      tabs.map((tab) => {
        const name = tab.querySelector('.monaco-icon-label-container')?.textContent ?? ''
        return tab.classList.contains('dirty') ? `${name} ●` : name
      }),
    )
  }

  /** The name of the active tab. */
  async activeTab(): Promise<string | undefined> {
    const active = this.page.locator('.editor-group-container.active .tabs-container .tab.active')
    const label = active.locator('.monaco-icon-label-container')
    return (await label.count()) === 1 ? ((await label.textContent()) ?? undefined) : undefined
  }

  /** Gives the text editor the focus (the first group's, where several are side by side). */
  async focusEditor(): Promise<void> {
    await this.press('Control+1')
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor()
  }

  /** Puts the cursor somewhere; lines and columns count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.focusEditor()
    await this.quickInput.open('Control+G', `:${line}:${column}`)
    await this.quickInput.confirm()
    const place = `Ln ${line}, Col ${column}`
    await until(
      `the cursor at ${place}`,
      async () => (await this.cursor()).startsWith(place),
      () => this.cursor(),
    )
  }

  /** What the status bar says about the cursor: `Ln 3, Col 1`, with a selection `… (12 selected)`. */
  async cursor(): Promise<string> {
    const item = this.page.locator('[id="status.editor.selection"]')
    return (await item.count()) === 1 ? ((await item.textContent()) ?? '') : ''
  }

  /** The editor's lines in view. Changes nothing, but has no more than the window shows. */
  async visibleText(): Promise<string> {
    const lines = await this.#editor()
      .locator('.view-lines .view-line')
      .evaluateAll((elements) =>
        elements
          .map((line) => ({ top: Number.parseFloat((line as HTMLElement).style.top), text: line.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      )
    // The editor draws spaces as no-break spaces.
    return lines.join('\n').replaceAll('\u00a0', ' ')
  }

  /** The whole text of the editor, through select-all and copy. Ends a snippet: its tab stops are gone afterwards. */
  async editorText(): Promise<string> {
    await this.focusEditor()
    await writeClipboard(this.page, '')
    await this.press('Control+A', 'Control+C')
    const text = await readClipboard(this.page)
    // Ctrl+U takes the cursor back to where it was.
    await this.press('Control+U')
    return text
  }

  /** The selected text, as in the tab stop that waits to be filled; empty where nothing is selected. */
  async selectedText(): Promise<string> {
    await writeClipboard(this.page, '')
    await this.press('Control+C')
    return readClipboard(this.page)
  }

  /** Waits for a selected text other than `previous`: the tab stop that waits to be filled. */
  async tabStop(previous = ''): Promise<string> {
    return until('a tab stop', async () => {
      const selected = await this.selectedText()
      return selected !== '' && selected !== previous && selected
    })
  }

  /** Replaces the whole text of the editor. */
  async replaceText(text: string): Promise<void> {
    await this.focusEditor()
    await this.press('Control+A')
    await this.paste(text)
    await until(
      'the pasted text',
      async () => (await this.cursor()) !== '' && !(await this.cursor()).includes('selected'),
    )
  }

  /** Saves the active editor and waits until it is on the disk. */
  async save(): Promise<void> {
    await this.press('Control+S')
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor()
  }

  /** The text of a file of the workspace, on the disk. */
  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8')
  }

  /** Writes a file of the workspace behind the editor's back. */
  write(name: string, content: string | Uint8Array): void {
    const file = join(this.folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }

  // ---- Problems, quick fixes, suggestions -----------------------------------------------------------------------

  /** Our problems in the Problems panel, now. Opens the panel if need be; the focus stays where it was. */
  async problems(source = 'design-docs'): Promise<readonly ShownProblem[]> {
    return (await readProblems(this.page)).filter((problem) => problem.source === source)
  }

  /** Waits until our problems meet a condition, and returns them. */
  async untilProblems(
    what: string,
    condition: (problems: readonly ShownProblem[]) => boolean,
  ): Promise<readonly ShownProblem[]> {
    return until(
      what,
      async () => {
        const problems = await this.problems()
        return condition(problems) && problems
      },
      () => this.problems(),
    )
  }

  /** Waits for a problem by its rule and a piece of its message, and returns it. */
  async problem(code: string, message: string | RegExp = ''): Promise<ShownProblem> {
    const isIt = (problem: ShownProblem): boolean =>
      problem.code === code &&
      (typeof message === 'string' ? problem.message.includes(message) : message.test(problem.message))
    const found = await this.untilProblems(`a problem ${code} ${message}`, (problems) => problems.some(isIt))
    return found.find(isIt) ?? Promise.reject(new Error(`No problem ${code} ${message}`))
  }

  /** Opens the light bulb's menu (Ctrl+.) at the cursor and returns its entries; it stays open. */
  async openQuickFixes(): Promise<readonly string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action')
    await until('the menu of quick fixes', async () => {
      await this.press('Control+.')
      // The menu comes with the slowest provider; a light bulb for a problem not yet shown would be a menu without it.
      await rows
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined)
      return rows.first().isVisible()
    })
    return rows.locator('.title').allInnerTexts()
  }

  /** Applies a quick fix at the cursor through the light bulb's menu. */
  async applyQuickFix(title: string | RegExp): Promise<void> {
    const matches = (text: string): boolean => (typeof title === 'string' ? text === title : title.test(text))
    const titles = await until(
      `a quick fix ${title}`,
      async () => {
        const found = await this.openQuickFixes()
        if (found.some(matches)) return found
        await this.press('Escape')
        return undefined
      },
      () => this.openQuickFixes(),
    )
    const rows = this.page.locator('.action-widget .monaco-list-row.action')
    await rows.nth(titles.findIndex(matches)).click()
    await rows.first().waitFor({ state: 'detached' })
  }

  /** Asks for suggestions (Ctrl+Space) and returns the labels in view; the list stays open, Enter takes the first. */
  async suggestions(): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name')
    await until('suggestions', async () => {
      await this.press('Control+Space')
      await rows
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined)
      return rows.first().isVisible()
    })
    return rows.allInnerTexts()
  }

  /** What hovering over the cursor's place says (the keyboard's way to it: Ctrl+K Ctrl+I). */
  async hover(): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first()
    return until('a hover', async () => {
      await this.press('Control+K', 'Control+I')
      await hover.waitFor({ timeout: 2_000 }).catch(() => undefined)
      const text = (await hover.isVisible()) ? ((await hover.textContent()) ?? '').trim() : ''
      return text !== '' && text !== 'Loading...' && text
    })
  }

  // ---- Webviews, messages, what went wrong ----------------------------------------------------------------------

  /** The document inside a webview of an extension (ours, unless told). Playwright waits for what you look up in it. */
  webview(extension = extensionId): FrameLocator {
    return this.page.frameLocator(`iframe.webview.ready[src*="extensionId=${extension}"]`).frameLocator('#active-frame')
  }

  /** The same document as a frame, for `evaluate`. */
  async webviewFrame(extension = extensionId): Promise<Frame> {
    return until('the webview', async () => {
      const frame = await this.webview(extension).locator('html').elementHandle()
      return (await frame?.ownerFrame()) ?? undefined
    })
  }

  /** The texts of the notifications on screen. */
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

  /** The texts of the status bar. */
  async statusBar(): Promise<readonly string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts()
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '')
  }

  /** What our extension logged as an error, and what its webviews wrote on their console. A good test ends with none. */
  errors(): readonly string[] {
    return [...extensionErrors(this.#server.dataFolder, extensionId), ...this.#webviewErrors]
  }

  /** Keeps a picture in the git-ignored `test-results`; returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(results, `${name}.png`)
    mkdirSync(dirname(path), { recursive: true })
    await this.page.screenshot({ path })
    return path
  }

  // ---- Inside ---------------------------------------------------------------------------------------------------

  #editor() {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first()
  }

  #listen(): void {
    // A page with unsaved changes asks before it goes; a test that reloads means it.
    this.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined))
    this.page.on('console', (message) => {
      const isWebview = /\/webview\/browser\/pre\/|vscode-resource|^blob:|^data:/.test(message.location().url)
      if (message.type() === 'error' && isWebview) this.#webviewErrors.push(message.text())
    })
  }

  async #ready(file?: string): Promise<void> {
    // Keys pressed before the workbench is restored are lost; it leaves a mark in the page's timeline when it is.
    await this.page.waitForFunction(
      () => performance.getEntriesByName('code/didStartWorkbench').length > 0,
      undefined,
      { timeout: 2 * patience },
    )
    const before = this.#extensionHosts
    await until('the extension host', () => readyExtensionHosts(this.#server.dataFolder) > before)
    this.#extensionHosts = readyExtensionHosts(this.#server.dataFolder)
    if (file !== undefined) await this.untilOpen(file)
  }

  async #settledPalette(): Promise<readonly string[]> {
    // Results come asynchronously after the text: two equal looks in a row, the list says it has something.
    let before = ''
    const state = await this.quickInput.waitFor('the palette', (now) => {
      const settled = now.picks.length > 0 && before === now.picks.join('\n')
      before = now.picks.join('\n')
      return settled
    })
    return state.picks
  }
}
