/** The command *Supersede…* for decision records. */

import * as vscode from 'vscode'
import { type Decision, isAccepted, readDecision } from '../../../core/decisions/record.ts'
import { statusOf } from '../../../core/decisions/status.ts'
import { nameDocument } from '../../../core/template/naming.ts'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { folderOf } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { namesIn } from '../write/places.ts'
import { askPick, askText } from '../write/wizard.ts'
import type { DecisionIndex } from './decisionIndex.ts'
import { warnOfNumber } from './decisionNumber.ts'
import { activeDecision } from './openDecision.ts'
import { folderOfRecordsAt, type Old, supersedeByExisting, supersedeByNew } from './supersedeSides.ts'

/**
 * *Supersede…*: replaces the active decision by a new one or by another one of the folder, and writes links into both.
 * A keybinding may pass the answer: `{ "title": "…" }` for a new decision, `{ "by": "0007-use-a-queue.md" }` for an
 * existing one.
 */
export function registerSupersede(service: Service, index: DecisionIndex): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.supersede', async (given: unknown) => {
    const found = await activeDecision(service, t`supersede it`)
    if (!found) return
    const folder = folderOf(found.document.uri)
    const decision = readDecision(found.model, found.document.uri.path)
    const old: Old = { ...found, version: found.document.version, decision }
    const others = index.in(folder).then((all) => all.filter(({ name }) => name !== decision.name))
    const answer =
      readAnswer(given) ?? (await ask(folderOfRecordsAt(found.document.uri), statusOf(found.model), others))
    if (!answer) return
    const known = (await others).find(({ name }) => name === answer.by)
    if (answer.title !== undefined) await supersedeByNew(service, old, answer.title)
    else if (known) await supersedeByExisting(old, known)
    else void vscode.window.showErrorMessage(printable(t`This folder has no other decision “${answer.by}”.`))
  })
}

/** Has one of the two properties. */
interface Answer {
  readonly title?: string
  /** A file name. */
  readonly by?: string
}

interface Choice extends vscode.QuickPickItem {
  readonly by?: string
}

/** Undefined if the user cancels. */
async function ask(
  folder: vscode.Uri,
  status: string | undefined,
  others: Promise<readonly Decision[]>,
): Promise<Answer | undefined> {
  for (;;) {
    const chosen = await askPick<Choice>({
      frame: { title: t`Supersede`, step: 1, totalSteps: 2 },
      placeholder: question(status),
      items: others.then((all) => [
        { label: t`$(add) New decision…`, description: t`uses the next number`, alwaysShow: true },
        ...(all.length > 0 ? [{ label: t`decisions in this folder`, kind: vscode.QuickPickItemKind.Separator }] : []),
        ...all.toReversed().map(toChoice),
      ]),
    })
    if (!chosen || chosen === 'back') return undefined
    if (chosen.value.by !== undefined) return { by: chosen.value.by }
    const title = await askTitle(folder)
    if (title !== 'back') return title && { title: title.value.trim() }
  }
}

function question(status: string | undefined): string {
  const by = t`Which decision supersedes it?`
  if (status === undefined || isAccepted(status)) return by
  return t`${by} (this one is ${status}, not accepted)`
}

const toChoice = ({ name, label, title, status }: Decision): Choice => ({
  by: name,
  label: printable(label.includes(title) ? label : `${label}: ${title}`),
  ...(status !== undefined && { description: status }),
  detail: name,
})

async function askTitle(folder: vscode.Uri) {
  const { number } = nameDocument('x', await namesIn(folder), true, new Date())
  return askText({
    frame: { title: t`Supersede`, step: 2, totalSteps: 2 },
    prompt: number === undefined ? t`Title of the new decision` : t`Title of the new decision, number ${number}`,
    placeholder: t`Short title of the decision`,
    value: '',
    warning: warnOfNumber(folder, number),
    validate: (text) => (text.trim() ? undefined : t`A document needs a title`),
  })
}

function readAnswer(given: unknown): Answer | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { title, by }: Partial<Record<keyof Answer, unknown>> = given
  if (typeof title === 'string' && title.trim()) return { title: title.trim() }
  return typeof by === 'string' ? { by } : undefined
}
