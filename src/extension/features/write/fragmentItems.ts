/** Creates the quick pick items for inserting a section or a fragment. */

import * as vscode from 'vscode'
import type { MissingSection } from '../../../core/document/sections.ts'
import { groupFragments } from '../../../core/template/order.ts'
import { t, translated } from '../../localize.ts'
import type { OfferedTemplate } from '../../workspaces.ts'

/** A missing section or a fragment. */
export interface InsertItem extends vscode.QuickPickItem {
  /** Absent for a separator. */
  readonly insertion?: { readonly missing: MissingSection } | { readonly fragment: OfferedTemplate }
}

const previewButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('open-preview'),
  tooltip: t`Preview to the Side`,
}

/** The sections missing in a document, under a separator, the nearest place first. */
export function sectionItems(label: string, missing: readonly MissingSection[], offset: number): readonly InsertItem[] {
  if (missing.length === 0) return []
  const distance = ({ at }: MissingSection) => Math.abs(at - offset)
  return [
    headline(label),
    ...missing
      .toSorted((a, b) => distance(a) - distance(b))
      .map((each) => ({
        insertion: { missing: each },
        label: each.spec.title,
        description: placeOf(each),
        detail: firstSentence(each.spec.guidance),
        buttons: [previewButton],
      })),
  ]
}

/** The fragments by group, the team's own first. */
export const fragmentItems = (fragments: readonly OfferedTemplate[]): readonly InsertItem[] =>
  groupFragments(fragments).flatMap(([group, members]) => [
    headline(group === '' ? t`this workspace` : translated(group.replaceAll('/', ': '))),
    ...members.map((fragment) => ({
      insertion: { fragment },
      label: translated(fragment.title),
      description: fragment.prefix,
      detail: translated(fragment.description),
      buttons: [previewButton],
    })),
  ])

const headline = (label: string): InsertItem => ({ label, kind: vscode.QuickPickItemKind.Separator })

/** Where a missing section will be inserted. */
export const placeOf = ({ after, parent }: MissingSection): string =>
  after ? t`after “${after.title}”` : parent ? t`in “${parent.title}”` : ''

/** The question that a section answers, in short. */
export const firstSentence = (text: string): string =>
  /^[\s\S]{0,160}?[.?!](?=\s|$)/.exec(text)?.[0].replace(/\s+/g, ' ') ?? ''
