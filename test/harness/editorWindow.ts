import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { readClipboard, writeClipboard } from './clipboard.ts'
import { until } from './until.ts'
import { Window } from './window.ts'

/** User actions on files and in the text editor. */
export class EditorWindow extends Window {
  /** The workspace, a private copy that tests may change. */
  readonly folder: string

  constructor(page: Page, folder: string) {
    super(page)
    this.folder = folder
  }

  /** Opens a file of the workspace by name with Ctrl+P, and waits until its editor is open. */
  async openFile(name: string): Promise<void> {
    await until(
      `the editor of ${name}`,
      async () => {
        await this.quickInput.open('Control+P', name)
        await this.quickInput.pick(name.split('/').at(-1) ?? name)
        // A webview that had the focus may get it back, which closes the box unanswered.
        return this.untilOpen(name, 15_000).then(
          () => true,
          () => false,
        )
      },
      () => this.tabs(),
    )
  }

  /** Waits until the name of the active tab matches, and returns it. */
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

  /**
   * Waits until a file is open in the active editor.
   * @param timeout in milliseconds
   */
  async untilOpen(name: string, timeout?: number): Promise<void> {
    const base = name.split('/').at(-1) ?? name
    await until(
      `the editor of ${name}`,
      async () => (await this.activeTab()) === base && this.#editor().locator('.view-line').first().isVisible(),
      () => this.tabs(),
      timeout,
    )
  }

  /** Returns the names of the open tabs. The name of a dirty one ends with ` ●`. */
  async tabs(): Promise<readonly string[]> {
    return this.page.locator('.tabs-container .tab').evaluateAll((tabs) =>
      tabs.map((tab) => {
        const name = tab.querySelector('.monaco-icon-label-container')?.textContent ?? ''
        return tab.classList.contains('dirty') ? `${name} ●` : name
      }),
    )
  }

  /** Returns the name of the active tab. */
  async activeTab(): Promise<string | undefined> {
    const active = this.page.locator('.editor-group-container.active .tabs-container .tab.active')
    const label = active.locator('.monaco-icon-label-container')
    return (await label.count()) === 1 ? ((await label.textContent()) ?? undefined) : undefined
  }

  /** Focuses the text editor, or that of the first group if there are several side by side. */
  async focusEditor(): Promise<void> {
    const editor = this.page.locator('.editor-group-container.active .monaco-editor.focused')
    await until('the focus in the text editor', async () => {
      await this.press('Control+1')
      // Something that a command has just opened may take the focus after the key press.
      await editor.waitFor({ timeout: 5_000 }).catch(() => undefined)
      return editor.isVisible()
    })
  }

  /** Moves the cursor. Lines and columns count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    const place = `Ln ${line}, Col ${column}`
    const isThere = async () => (await this.cursor()).startsWith(place)
    await until(
      `the cursor at ${place}`,
      async () => {
        await this.focusEditor()
        await this.quickInput.open('Control+G', `:${line}:${column}`)
        // A webview that had the focus may get it back a moment later, and then the box closes unanswered or asks for
        // a text editor.
        await this.quickInput.confirm(5_000).catch(() => this.quickInput.dismiss())
        return until(place, isThere, undefined, 5_000).catch(() => false)
      },
      () => this.cursor(),
    )
  }

  /** Returns the cursor's place in the status bar: `Ln 3, Col 1`, followed by `(12 selected)` if text is selected. */
  async cursor(): Promise<string> {
    const item = this.page.locator('[id="status.editor.selection"]')
    return (await item.count()) === 1 ? ((await item.textContent()) ?? '') : ''
  }

  /** Returns the visible lines of the editor. Unlike `editorText`, it has no side effects. */
  async visibleText(): Promise<string> {
    const lines = await this.#editor()
      .locator('.view-lines .view-line')
      .evaluateAll((elements) =>
        elements
          .map((line) => ({ top: Number.parseFloat((line as HTMLElement).style.top), text: line.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      )
    // The editor renders spaces as no-break spaces.
    return lines.join('\n').replaceAll('\u00a0', ' ')
  }

  /** Returns the whole text of the editor through Select All and Copy, which ends a snippet with its tab stops. */
  async editorText(): Promise<string> {
    await this.focusEditor()
    await writeClipboard(this.page, '')
    await this.press('Control+A', 'Control+C')
    const text = await readClipboard(this.page)
    // Ctrl+U moves the cursor back to where it was.
    await this.press('Control+U')
    return text
  }

  /** Returns the selected text, such as that of the current tab stop. Empty if nothing is selected. */
  async selectedText(): Promise<string> {
    await writeClipboard(this.page, '')
    await this.press('Control+C')
    return readClipboard(this.page)
  }

  /** Waits for the next tab stop: a selected text other than `previous`. */
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

  /** Saves the active editor and waits until it is no longer dirty. */
  async save(): Promise<void> {
    await this.press('Control+S')
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor()
  }

  /** Renames a file or folder in the explorer with F2. */
  async renameInExplorer(name: string, newName: string): Promise<void> {
    await (await this.#inExplorer(name)).click()
    const input = this.page.locator('.explorer-folders-view .monaco-inputbox input')
    await until(`the box for the new name of ${name}`, async () => {
      await this.press('F2')
      await input.waitFor({ timeout: 2_000 }).catch(() => undefined)
      return input.isVisible()
    })
    await input.fill(newName)
    await this.press('Enter')
    await this.#inExplorer(newName)
  }

  /** Deletes a file in the explorer and confirms VS Code's question. */
  async deleteInExplorer(name: string): Promise<void> {
    const item = await this.#inExplorer(name)
    await item.click()
    await this.untilOpen(name)
    const yes = this.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Delete' })
    await until(`the question whether ${name} is to be deleted`, async () => {
      await item.focus()
      await this.press('Delete')
      await yes.waitFor({ timeout: 2_000 }).catch(() => undefined)
      return yes.isVisible()
    })
    await yes.click()
    await item.waitFor({ state: 'detached' })
  }

  async #inExplorer(name: string) {
    await this.press('Control+Shift+E')
    const item = this.page.locator('.explorer-folders-view').getByRole('treeitem', { name }).first()
    await item.waitFor()
    return item
  }

  /** Reads a file of the workspace from disk. */
  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8')
  }

  /** Writes a file of the workspace to disk, without the editor. */
  write(name: string, content: string | Uint8Array): void {
    const file = join(this.folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }

  #editor() {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first()
  }
}
