/** The find bar of the panel. */

import type { CardView } from './cardView.ts'
import { button, element } from './dom.ts'
import { findText } from './textSearch.ts'
import { t } from './words.ts'

/** The find bar of the panel, which searches the text of all pictures. */
export interface Find {
  readonly root: HTMLElement
  readonly isOpen: boolean
  /** Opens the bar and focuses it. */
  open(): void
  /** To be called when pictures were added, removed or redrawn. */
  refresh(): void
}

export interface FindOptions {
  readonly views: () => readonly CardView[]
  readonly show: (view: CardView) => void
  readonly onOpen: () => void
}

interface Match {
  readonly view: CardView
  readonly range: Range
}

/** Names of the highlights, which the stage's style sheet defines. */
const highlights = { all: 'found', current: 'found-current' }

export function createFind({ views, show, onOpen }: FindOptions): Find {
  let matches: readonly Match[] = []
  let place = 0
  let back: Element | null = null
  const { root, input, count } = createBar(go, close)
  input.addEventListener('input', () => {
    place = 0
    search()
    reveal()
  })
  function search(): void {
    matches = root.hidden
      ? []
      : views().flatMap((view) => {
          const picture = view.picture
          return picture ? findText(picture, input.value).map((range) => ({ view, range })) : []
        })
    place = Math.min(place, Math.max(0, matches.length - 1))
    paint()
  }

  function paint(): void {
    highlight(matches, matches[place])
    count.textContent =
      matches.length > 0 ? t`${place + 1} of ${matches.length}` : input.value.trim() === '' ? '' : t`No results`
    root.toggleAttribute('data-none', matches.length === 0 && input.value.trim() !== '')
  }

  function reveal(): void {
    const match = matches[place]
    if (!match) return
    show(match.view)
    match.range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }

  function go(by: number): void {
    if (matches.length === 0) return
    place = (place + by + matches.length) % matches.length
    paint()
    reveal()
  }

  function close(): void {
    root.hidden = true
    search()
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus()
  }

  return {
    root,
    get isOpen() {
      return !root.hidden
    },
    open() {
      if (root.hidden) back = focused()
      root.hidden = false
      input.focus()
      input.select()
      search()
      onOpen()
    },
    refresh() {
      if (!root.hidden) search()
    },
  }
}

/** The bar with its input, buttons and keyboard handling. */
function createBar(go: (by: number) => void, close: () => void) {
  const input = element('input', {
    type: 'text',
    'aria-label': t`Find in Diagrams`,
    placeholder: t`Find`,
    spellcheck: 'false',
  })
  const count = element('span', { class: 'found', role: 'status' })
  const root = element(
    'div',
    { class: 'find', role: 'search', hidden: '' },
    input,
    count,
    button({ icon: 'up', name: 'tool', label: t`Previous Match (Shift+Enter)` }, () => go(-1)),
    button({ icon: 'down', name: 'tool', label: t`Next Match (Enter)` }, () => go(1)),
    button({ icon: 'close', name: 'tool', label: t`Close (Escape)` }, close),
  )
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === input) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  })
  return { root, input, count }
}

/** What has the focus; a part of a picture is inside the shadow root of its card. */
function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

function highlight(matches: readonly Match[], current: Match | undefined): void {
  // Older browsers still go from match to match, without colour.
  if (!('highlights' in CSS)) return
  const all = new Highlight()
  for (const { range } of matches) all.add(range)
  CSS.highlights.set(highlights.all, all)
  CSS.highlights.set(highlights.current, current ? new Highlight(current.range) : new Highlight())
}
