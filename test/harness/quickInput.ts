import type { Locator, Page } from 'playwright-core'
import { until } from './until.ts'

/** What the box at the top of the window shows: the command palette, a quick pick or an input box. */
export interface QuickInputState {
  readonly title: string
  /** The text in the input line. */
  readonly value: string
  readonly placeholder: string
  /** The line under the input: the prompt, or why the input is invalid. */
  readonly message: string
  /** The labels of the entries in view. */
  readonly picks: readonly string[]
}

/** Operates the box at the top of the window. */
export class QuickInput {
  readonly #page: Page
  readonly #widget: Locator
  readonly #input: Locator

  constructor(page: Page) {
    this.#page = page
    this.#widget = page.locator('.quick-input-widget')
    this.#input = this.#widget.locator('.quick-input-box input')
  }

  /** Returns what the box shows, or `undefined` while none is open. */
  async state(): Promise<QuickInputState | undefined> {
    if (!(await this.#widget.isVisible())) return undefined
    return this.#widget.evaluate((widget) => {
      const shown = (selector: string): HTMLElement | undefined => {
        const element = widget.querySelector<HTMLElement>(selector)
        return element !== null && element.offsetParent !== null ? element : undefined
      }
      const input = widget.querySelector<HTMLInputElement>('.quick-input-box input')
      const list = shown('.quick-input-list')
      const rows = [...(list?.querySelectorAll<HTMLElement>('.monaco-list-row') ?? [])]
      rows.sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
      return {
        title: shown('.quick-input-title')?.textContent.trim() ?? '',
        value: input?.value ?? '',
        placeholder: input?.placeholder ?? '',
        message: shown('.quick-input-message')?.textContent.trim() ?? '',
        picks: rows.map((row) => row.querySelector<HTMLElement>('.label-name')?.textContent.trim() ?? ''),
      }
    })
  }

  /** Waits for a box that meets the condition and returns what it shows. */
  async waitFor(what: string, condition: (state: QuickInputState) => boolean): Promise<QuickInputState> {
    return until(
      what,
      async () => {
        const state = await this.state()
        return state !== undefined && condition(state) && state
      },
      async () => (await this.state()) ?? 'no box is open',
    )
  }

  /** Chooses an entry of the open quick pick by its label. If the entry is not in view, types the label first. */
  async pick(label: string | RegExp): Promise<void> {
    const matches = (text: string): boolean => (typeof label === 'string' ? text === label : label.test(text))
    const state = await this.waitFor(
      `an entry ${label}`,
      ({ picks, value }) => picks.some(matches) || (typeof label === 'string' && picks.length > 0 && value !== label),
    )
    if (!state.picks.some(matches) && typeof label === 'string') {
      await this.#input.fill(label)
      await this.waitFor(`an entry ${label}`, ({ picks }) => picks.some(matches))
    }
    await this.#row(matches)
  }

  /** Fills in the input box and confirms. */
  async answer(text: string): Promise<void> {
    const before = await this.waitFor('an input box', ({ picks }) => picks.length === 0)
    await this.#input.fill(text)
    await this.#page.keyboard.press('Enter')
    // Confirming is asynchronous: the box closes, shows the next step, or stays and says why.
    await until(
      'the input box to react',
      async () => {
        const now = await this.state()
        return now === undefined || now.title !== before.title || now.message !== before.message || now.value !== text
      },
      () => this.state(),
    )
  }

  /** Opens the box with a key and fills in a text, whose first character selects the kind of box (`>`, `:`, …). */
  async open(key: string, text: string): Promise<void> {
    await until(
      `the box of ${key}`,
      async () => {
        await this.#page.keyboard.press(key)
        // A box that is just closing accepts neither keys nor text, but the next one does.
        const fill = this.#input.fill(text, { timeout: 2_000 })
        return fill.then(
          () => true,
          () => false,
        )
      },
      () => this.state(),
    )
  }

  /**
   * Confirms with Enter and waits until the box is closed.
   * @param timeout in milliseconds
   */
  async confirm(timeout?: number): Promise<void> {
    await until(
      'the box to close',
      async () => {
        // In a busy window, the key that opens the box may have been pressed twice, which opens the box again.
        await this.#input.press('Enter', { timeout: 2_000 }).catch(() => undefined)
        await this.#widget.waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => undefined)
        return !(await this.#widget.isVisible())
      },
      () => this.state(),
      timeout,
    )
  }

  /** Closes the box. */
  async dismiss(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    await this.#widget.waitFor({ state: 'hidden' })
  }

  /** Clicks the first matching entry. New results rerender the list, so a click may miss, and is then repeated. */
  async #row(matches: (text: string) => boolean): Promise<void> {
    const rows = this.#widget.locator('.quick-input-list .monaco-list-row')
    await this.#page.evaluate(() => {
      window.clickedEntry = undefined
      window.addEventListener(
        'click',
        ({ target }) => {
          const row = target instanceof Element ? target.closest('.quick-input-list .monaco-list-row') : undefined
          window.clickedEntry = row?.querySelector('.label-name')?.textContent.trim()
        },
        { capture: true, once: true },
      )
    })
    await until(
      'the entry to take the click',
      async () => {
        // On a busy machine, a click may have happened although it is not reported.
        const clicked = await this.#page.evaluate(() => window.clickedEntry)
        if (clicked !== undefined && matches(clicked)) return true
        // The first label of a row is its name, and a second one is its detail.
        const labels = await rows.evaluateAll((elements) =>
          elements.map((row) => ({
            index: row.getAttribute('data-index') ?? '',
            text: row.querySelector('.label-name')?.textContent.trim() ?? '',
          })),
        )
        const found = labels.find(({ text }) => matches(text))
        if (!found) return false
        const row = this.#widget.locator(`.quick-input-list .monaco-list-row[data-index="${found.index}"]`)
        return row
          .filter({ hasText: found.text })
          .click({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          )
      },
      () => this.state(),
    )
  }
}

declare global {
  interface Window {
    /** The label of the quick pick's entry that was clicked. */
    clickedEntry: string | undefined
  }
}
