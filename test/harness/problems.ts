import type { Locator, Page } from 'playwright-core'
import { readClipboard, writeClipboard } from './clipboard.ts'
import { until } from './until.ts'

/** A problem in the Problems panel. Lines and columns count from 1. */
export interface ShownProblem {
  /** The name of its file, without folders. */
  readonly file: string
  readonly severity: 'error' | 'warning' | 'information' | 'hint'
  readonly message: string
  readonly source: string
  /** The diagnostic's code, which is the rule's id for our own problems. */
  readonly code: string
  /** The page that the code links to. Empty if it has no link. */
  readonly url: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** Other places that the problem refers to. */
  readonly related: readonly { readonly file: string; readonly message: string; readonly line: number }[]
}

/**
 * Reads the Problems panel through Select All and Copy. The copy is JSON with every field, whereas rows show only some
 * fields, and only the rows in view exist. The focus returns to where it was.
 */
export async function readProblems(page: Page): Promise<ShownProblem[]> {
  const panel = page.locator('.markers-panel')
  // A window that is still starting may lose a key press.
  await until('the Problems panel', async () => {
    if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M')
    await panel.waitFor({ timeout: 10_000 }).catch(() => undefined)
    return panel.isVisible()
  })
  const list = panel.locator('.tree-container .monaco-list')
  const markers = await until('a copy of the Problems panel', () => copyMarkers(page, list))
  // The copy contains a problem twice if the row of its file is selected too.
  return [...new Map(markers.map((marker) => [JSON.stringify(marker), asProblem(marker)])).values()]
}

/**
 * Copies all rows, or returns `undefined` if the keys went elsewhere: when the last problem disappears, so does the
 * list, and they go to the editor, even if the list is back before the copy is read.
 */
async function copyMarkers(page: Page, list: Locator): Promise<readonly Marker[] | undefined> {
  if (!(await list.isVisible())) return []
  const focused = await page.evaluateHandle(() => document.activeElement)
  await list.focus()
  await writeClipboard(page, '')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  const copied = await readClipboard(page)
  await focused.evaluate((element) => element instanceof HTMLElement && element.focus())
  if (!(await list.isVisible())) return []
  try {
    const markers: unknown = JSON.parse(copied)
    return Array.isArray(markers) ? markers : undefined
  } catch {
    return undefined
  }
}

/** A problem in the panel's copy, limited to the fields that we read. */
interface Marker {
  readonly resource: string
  readonly severity: number
  readonly message: string
  readonly source?: string
  readonly code?: string | { readonly value: string; readonly target?: UriParts }
  readonly startLineNumber: number
  readonly startColumn: number
  readonly endLineNumber: number
  readonly endColumn: number
  readonly relatedInformation?: readonly {
    readonly resource: UriParts | string
    readonly message: string
    readonly startLineNumber: number
  }[]
}

interface UriParts {
  readonly scheme?: string
  readonly authority?: string
  readonly path?: string
  readonly query?: string
  readonly fragment?: string
}

/** VS Code's internal severities, which differ from those of its API. */
const severities: Readonly<Record<number, ShownProblem['severity']>> = {
  1: 'hint',
  2: 'information',
  4: 'warning',
  8: 'error',
}

function asProblem(marker: Marker): ShownProblem {
  const { code } = marker
  return {
    file: baseName(marker.resource),
    severity: severities[marker.severity] ?? 'hint',
    message: marker.message,
    source: marker.source ?? '',
    code: typeof code === 'object' ? code.value : (code ?? ''),
    url: typeof code === 'object' && code.target ? asAddress(code.target) : '',
    line: marker.startLineNumber,
    column: marker.startColumn,
    endLine: marker.endLineNumber,
    endColumn: marker.endColumn,
    related: (marker.relatedInformation ?? []).map(({ resource, message, startLineNumber }) => ({
      file: baseName(typeof resource === 'string' ? resource : (resource.path ?? '')),
      message,
      line: startLineNumber,
    })),
  }
}

function asAddress({ scheme, authority, path, query, fragment }: UriParts): string {
  const host = authority ? `//${authority}` : ''
  return `${scheme ?? ''}:${host}${path ?? ''}${query ? `?${query}` : ''}${fragment ? `#${fragment}` : ''}`
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? path
}
