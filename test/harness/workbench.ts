import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { workbenchAddress } from './address.ts'
import { launchChromium } from './chromium.ts'
import { EditorWindow } from './editorWindow.ts'
import { extensionHostsOf } from './extensionHosts.ts'
import { extensionErrors, readyExtensionHosts } from './logs.ts'
import { extensionFolder, repository, temporaryWorkspace, type WorkspaceSource } from './paths.ts'
import { readProblems, type ShownProblem } from './problems.ts'
import { type Server, startServer } from './server.ts'
import { watchToasts } from './toasts.ts'
import { drawNothing } from './unseen.ts'
import { defaultTimeout, until } from './until.ts'

/** Options of `Workbench.open`. */
export interface OpenOptions {
  /** The folder of the extension, by default the build's output. `false`: none, because `vsix` contains it. */
  readonly extension?: string | false
  /** A file of the workspace to open on start. */
  readonly file?: string
  /** A `.code-workspace` file of the workspace to open instead of its folder. */
  readonly workspaceFile?: string
  /** Where our extension runs: on the server with the files, or in the browser, as in VS Code for the Web. */
  readonly host?: 'server' | 'browser'
  /** Source folders of other extensions, relative to the repository. */
  readonly others?: readonly string[]
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** `false` opens the folder in restricted mode, without asking. */
  readonly trust?: boolean
  /** Packaged extensions to install first. */
  readonly vsix?: readonly string[]
  /** `true` always paints the window, for pictures and measurements. By default it is painted only for `screenshot`. */
  readonly isDrawn?: boolean
}

/** Copying without a selection must copy nothing, or `selectedText` would return the current line. */
const testSettings = { 'editor.emptySelectionClipboard': false }

/** A manifest cannot choose the browser's extension host, but a user who has both hosts can. */
const browserSettings = { 'remote.extensionKind': { 'design-docs.design-docs': ['web'] } }

/**
 * A real VS Code in a browser, operated as a user does. Every method waits until what it needs is there. If it never
 * is, the error says what was there instead.
 */
export class Workbench extends EditorWindow {
  readonly #server: Server
  readonly #browser: Browser
  readonly #pageErrors: string[] = []
  #toasts: readonly string[] = []
  /** The number of extension hosts that were known when this window was last ready. */
  #extensionHosts = 0

  private constructor(server: Server, browser: Browser, page: Page, folder: string) {
    super(page, folder)
    this.#server = server
    this.#browser = browser
  }

  /** Opens a private copy of a workspace in its own server and browser. */
  static async open(workspace: WorkspaceSource, options: OpenOptions = {}): Promise<Workbench> {
    const folder = temporaryWorkspace(workspace)
    const { trust = true, settings = {}, vsix = [], extension = extensionFolder } = options
    const own = extension === false ? [] : [extension]
    const extensions = [...own, ...(options.others ?? []).map((name) => join(repository, name))]
    const server = await startServer({
      trust,
      settings: { ...testSettings, ...(options.host === 'browser' ? browserSettings : {}), ...settings },
      vsix,
      extensions,
    })
    try {
      const browser = await launchChromium()
      const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      context.setDefaultTimeout(defaultTimeout)
      const workbench = new Workbench(server, browser, await context.newPage(), folder)
      await workbench.#goto(options)
      return workbench
    } catch (error) {
      await server.close()
      throw error
    }
  }

  /** Ends browser and server. The temporary folders are removed when the process ends. */
  async close(): Promise<void> {
    await this.#browser.close()
    await this.#server.close()
  }

  /** Opens another window on the same folder, in another language if given, such as `de`. It closes with this one. */
  async secondWindow(options: Pick<OpenOptions, 'file'> & { readonly language?: string } = {}): Promise<Workbench> {
    const page = await this.page.context().newPage()
    // VS Code takes the language from its language pack and passes it to extensions, which read their own translations.
    if (options.language !== undefined)
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)}`)
    const second = new Workbench(this.#server, this.#browser, page, this.folder)
    second.#extensionHosts = readyExtensionHosts(this.#server.dataFolder)
    await second.#goto(options)
    return second
  }

  /** Kills the extension host of the only window, as a crash would. VS Code starts another one, or offers to. */
  async killExtensionHost(): Promise<void> {
    const [host, ...others] = this.#server.pid === undefined ? [] : extensionHostsOf(this.#server.pid)
    if (host === undefined || others.length > 0) throw new Error(`There are ${host ? others.length + 1 : 0} hosts.`)
    process.kill(host, 'SIGKILL')
  }

  /** Waits for the next extension host: the first one, or the one that replaces a killed one. */
  async untilRestarted(): Promise<void> {
    const before = this.#extensionHosts
    await until('the extension host', () => readyExtensionHosts(this.#server.dataFolder) > before)
    this.#extensionHosts = readyExtensionHosts(this.#server.dataFolder)
  }

  /** Returns all notifications that have appeared so far, including closed ones, in the order of appearance. */
  toasts(): readonly string[] {
    return this.#toasts
  }

  /** Changes user settings while the workbench runs. The caller must wait for their effect. */
  configure(settings: Readonly<Record<string, unknown>>): void {
    this.#server.configure(settings)
  }

  /** Runs *Developer: Reload Window*, which restores what was open. */
  async reload(): Promise<void> {
    // An address that names a file would open that file instead of what was open.
    const plain = workbenchAddress(this.#server.authority, { folder: this.folder })
    await this.page.evaluate((address) => history.replaceState(null, '', address), plain)
    // Unlike the browser's reload, the command saves the window's state first.
    const reloaded = this.page.waitForEvent('domcontentloaded')
    const title = 'Developer: Reload Window'
    await this.quickInput.open('Control+Shift+P', `>${title}`)
    await this.quickInput.waitFor(title, ({ picks }) => picks[0] === title)
    await this.press('Enter')
    await reloaded
    await this.#ready()
  }

  /** Returns the errors that our extension logged, and those on the console of webviews. Tests should end with none. */
  errors(): readonly string[] {
    return [...extensionErrors(this.#server.dataFolder), ...this.#pageErrors]
  }

  /** Returns our current problems in the Problems panel. Opens the panel if necessary, and restores the focus. */
  async problems(source = 'design-docs'): Promise<readonly ShownProblem[]> {
    return (await readProblems(this.page)).filter((problem) => problem.source === source)
  }

  /** Waits until our problems meet a condition, and returns them. */
  async untilProblems(
    what: string,
    condition: (problems: readonly ShownProblem[]) => boolean,
    timeout?: number,
  ): Promise<readonly ShownProblem[]> {
    return until(
      what,
      async () => {
        const problems = await this.problems()
        return condition(problems) && problems
      },
      () => this.problems(),
      timeout,
    )
  }

  /** Waits for a problem by its rule and a part of its message, and returns it. */
  async problem(code: string, message: string | RegExp = ''): Promise<ShownProblem> {
    const isIt = (problem: ShownProblem): boolean =>
      problem.code === code &&
      (typeof message === 'string' ? problem.message.includes(message) : message.test(problem.message))
    const found = await this.untilProblems(`a problem ${code} ${message}`, (problems) => problems.some(isIt))
    return found.find(isIt) ?? Promise.reject(new Error(`No problem ${code} ${message}`))
  }

  /** Opens the menu of quick fixes (Ctrl+.) at the cursor and returns its entries. The menu stays open. */
  async openQuickFixes(): Promise<readonly string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action')
    await until('the menu of quick fixes', async () => {
      await this.press('Control+.')
      // The menu opens after the slowest provider has answered. Before a problem is shown, the menu lacks its fixes.
      await rows
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined)
      return rows.first().isVisible()
    })
    return rows.locator('.title').allInnerTexts()
  }

  /** Applies a quick fix at the cursor through the menu. */
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

  /** Requests suggestions (Ctrl+Space), returns the visible labels, and leaves the list open. Enter takes the first. */
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

  /** Returns the text of the hover at the cursor, which Ctrl+K Ctrl+I opens. */
  async hover(): Promise<string> {
    // The tooltip of whatever is under the mouse is excluded.
    const hover = this.page.locator('.monaco-hover:not(.hidden, .workbench-hover) .monaco-hover-content').first()
    return until('a hover', async () => {
      await this.press('Control+K', 'Control+I')
      await hover.waitFor({ timeout: 2_000 }).catch(() => undefined)
      const text = (await hover.isVisible()) ? ((await hover.textContent()) ?? '').trim() : ''
      return text !== '' && text !== 'Loading...' && text
    })
  }

  async #goto(options: Pick<OpenOptions, 'file' | 'workspaceFile' | 'isDrawn'>): Promise<void> {
    await this.#listen()
    if (!options.isDrawn) await drawNothing(this.page)
    const address = workbenchAddress(this.#server.authority, {
      folder: this.folder,
      workspace: options.workspaceFile === undefined ? undefined : join(this.folder, options.workspaceFile),
      file: options.file === undefined ? undefined : join(this.folder, options.file),
    })
    // The load event would wait for resources that never arrive without a network.
    await this.page.goto(address, { waitUntil: 'commit' })
    await this.#ready(options.file)
  }

  async #listen(): Promise<void> {
    this.#toasts = await watchToasts(this.page)
    // A page with unsaved changes asks before it is left, and a test that reloads intends that.
    this.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined))
    this.page.on('console', (message) => {
      const isWebview = /\/webview\/browser\/pre\/|vscode-resource|^blob:|^data:/.test(message.location().url)
      // An extension host in the browser writes no log to disk, but a failed activation is also on the console.
      const isOurStart = /^Activating extension 'design-docs\./.test(message.text())
      if (message.type() === 'error' && (isWebview || isOurStart)) this.#pageErrors.push(message.text())
    })
  }

  async #ready(file?: string): Promise<void> {
    // Keys pressed before the workbench is restored are lost. Once it is, it sets a mark in the page's timeline.
    await this.page.waitForFunction(
      () => performance.getEntriesByName('code/didStartWorkbench').length > 0,
      undefined,
      { timeout: defaultTimeout },
    )
    await this.untilRestarted()
    if (file !== undefined) await this.untilOpen(file)
  }
}
