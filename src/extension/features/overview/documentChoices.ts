/** Asks how to group, sort and filter the design documents of the workspace. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { type Filter, type Grouping, groupings, type Sorting, sortings, statusName } from '../../../review/arrange.ts'
import type { DesignFile } from '../../designFile.ts'
import { t, translated } from '../../localize.ts'

/** How the list is arranged. Grouping and order are saved in the workspace; the filter is not. */
export interface Arrangement {
  readonly group: Grouping
  readonly sort: Sorting
  readonly filter: Filter
}

/** The saved arrangement, ignoring invalid values. */
export function readArrangement(state: Pick<vscode.Memento, 'get'>): Arrangement {
  const group = state.get<unknown>('documents.group')
  const sort = state.get<unknown>('documents.sort')
  return { group: isKey(groupings, group) ? group : 'folder', sort: isKey(sortings, sort) ? sort : 'name', filter: {} }
}

const isKey = <K extends string>(record: Readonly<Record<K, string>>, key: unknown): key is K =>
  typeof key === 'string' && Object.hasOwn(record, key)

/** Saves how the list is grouped and sorted. */
export async function keepArrangement(state: vscode.Memento, { group, sort }: Arrangement): Promise<void> {
  await state.update('documents.group', group)
  await state.update('documents.sort', sort)
}

/** Undefined if the user cancels. */
export async function askGrouping(now: Grouping): Promise<Grouping | undefined> {
  return askOne(groupings, now, t`Group Design Documents by…`)
}

/** Undefined if the user cancels. */
export async function askSorting(now: Sorting): Promise<Sorting | undefined> {
  return askOne(sortings, now, t`Sort Design Documents by…`)
}

async function askOne<K extends string>(
  choices: Readonly<Record<K, string>>,
  now: K,
  title: string,
): Promise<K | undefined> {
  const items = (Object.keys(choices) as K[]).map((key) => ({
    key,
    label: translated(choices[key]),
    ...(key === now && { description: t`now` }),
  }))
  return (await vscode.window.showQuickPick(items, { title }))?.key
}

interface FilterItem extends vscode.QuickPickItem {
  readonly filter?: Filter
}

/** Offers statuses, types and free text. Undefined if the user cancels. */
export function askFilter(designs: readonly DesignFile[], now: Filter): Promise<Filter | undefined> {
  const choices = [...choicesOf(designs, now, 'status'), ...choicesOf(designs, now, 'type')]
  return new Promise((done) => {
    const pick = vscode.window.createQuickPick<FilterItem>()
    pick.title = t`Filter Design Documents`
    pick.placeholder = t`A status, a type, or words of the title or path`
    const list = () => {
      const text = pick.value.trim()
      const words: FilterItem = {
        label: t`Title or path contains “${printable(text)}”`,
        alwaysShow: true,
        filter: { ...now, text },
      }
      pick.items = text === '' ? choices : [...choices, words]
    }
    list()
    pick.onDidChangeValue(list)
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (!chosen?.filter) return
      done(chosen.filter)
      pick.hide()
    })
    pick.onDidHide(() => {
      done(undefined)
      pick.dispose()
    })
    pick.show()
  })
}

function choicesOf(designs: readonly DesignFile[], now: Filter, facet: 'status' | 'type'): readonly FilterItem[] {
  const counts = new Map<string, number>()
  for (const design of designs) {
    const value = facet === 'status' ? statusName(design) : design.typeTitle
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const items = [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, many]) => ({
      label: printable(facet === 'status' ? value : translated(value)),
      description: now[facet] === value ? t`${many}, now` : String(many),
      filter: { ...now, [facet]: value },
    }))
  return [{ label: facet === 'status' ? t`Status` : t`Type`, kind: vscode.QuickPickItemKind.Separator }, ...items]
}

/** `status Draft, type RFC, “queue”`; empty without a filter. */
export const filterWords = ({ status, type, text }: Filter): string =>
  [
    ...(status === undefined ? [] : [t`status ${status}`]),
    ...(type === undefined ? [] : [t`type ${translated(type)}`]),
    ...(text === undefined || text === '' ? [] : [`“${text}”`]),
  ].join(', ')
