/** Serves the rules' pages under `design-docs:/rules/`, and the command *Explain Rule…*, which explains a finding. */

import * as vscode from 'vscode'
import { isRecord } from '../../../core/data/records.ts'
import { categories, type Rule } from '../../../core/lint/rule.ts'
import { rules } from '../../../generated/rules.ts'
import { findingSection, whyFinding } from '../../../review/whyFinding.ts'
import { source } from '../../convert.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import { t, translated } from '../../localize.ts'
import { decode } from '../../platform.ts'
import type { Service } from '../../service.ts'

/**
 * The rules' pages under `design-docs:/rules/…`, to which the codes in the Problems panel link, and *Explain Rule…*:
 * for the finding at the cursor, or else for a rule that the user picks. For a finding, the page starts with the
 * reasons for it.
 */
export function registerRuleDocs(
  extensionUri: vscode.Uri,
  service: Service,
  reviews: DocumentReviews,
): vscode.Disposable {
  /** The explanations of recent findings, by page URI. */
  const sections = new Map<string, string>()
  const changed = new vscode.EventEmitter<vscode.Uri>()
  const pages = vscode.workspace.registerTextDocumentContentProvider('design-docs', {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const id = /^\/rules\/([\w-]+)\.md$/.exec(uri.path)?.[1]
      try {
        if (id) return withSection(await readRulePage(extensionUri, id), sections.get(uri.toString()))
      } catch {
        // Handled below.
      }
      return `There is no page for \`${uri.path}\`.\n`
    },
  })
  const command = vscode.commands.registerCommand('designDocs.explainRule', async (wanted?: unknown) => {
    const found = rulesAtCursor()
    const given = rules.find(({ id }) => id === idOf(wanted))
    const rule = given ?? (found.length === 1 ? found[0] : await chooseRule(found))
    if (!rule) return
    const finding = placeOf(wanted, reviews) ?? (found.includes(rule) ? cursor() : undefined)
    const told = finding && (await tellOf(finding, rule, service))
    const page = pageOf(rule, told?.place)
    if (told) {
      sections.delete(page.toString())
      sections.set(page.toString(), told.section)
      for (const [oldest] of sections) if (sections.size > mostSections) sections.delete(oldest)
      // An open page may show an explanation from before an edit.
      changed.fire(page)
    }
    await showPage(page)
  })
  return vscode.Disposable.from(changed, pages, command)
}

const mostSections = 20

/** Inserts the section below the page's title. */
const withSection = (page: string, section: string | undefined): string =>
  section === undefined ? page : page.replace(/^# .*\n/, (title) => `${title}\n${section}\n`)

/** A place where a finding may be. */
interface FindingPlace {
  readonly document: vscode.TextDocument
  /** UTF-16 offsets of the range. */
  readonly start: number
  readonly end: number
}

function cursor(): FindingPlace | undefined {
  const editor = vscode.window.activeTextEditor
  if (!editor) return undefined
  const { document, selection } = editor
  return { document, start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) }
}

/** The place of a node in the Design Review, or of a finding passed by a quick fix. */
function placeOf(wanted: unknown, reviews: DocumentReviews): FindingPlace | undefined {
  const item = isRecord(wanted) ? (isRecord(wanted['item']) ? wanted['item'] : wanted) : undefined
  const place = item?.['place']
  const document = reviews.active
  if (!document || !isRecord(place) || typeof place['start'] !== 'number') return undefined
  return { document, start: place['start'], end: place['start'] }
}

/** Explains a rule's finding at a place; undefined if it no longer exists. */
async function tellOf({ document, start, end }: FindingPlace, rule: Rule, service: Service) {
  const linted = await service.lint(document)
  const message = linted?.messages.find((each) => each.ruleId === rule.id && each.start <= end && each.end >= start)
  if (!linted?.model || !message) return undefined
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
  const reasons = whyFinding(linted.model, message)
  return { section: findingSection(message, name, reasons), place: `${name}:${reasons.line}` }
}

/** The page of a rule, as Markdown. Rejects if there is none. */
export const readRulePage = async (extensionUri: vscode.Uri, id: string): Promise<string> =>
  decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist/rules', `${id}.md`)))

/** A rule's id, given directly or by a node of the Design Review. */
const idOf = (wanted: unknown): unknown => (isRecord(wanted) ? wanted['ruleId'] : wanted)

/** The rules of our findings at the cursor. */
function rulesAtCursor(): readonly Rule[] {
  const editor = vscode.window.activeTextEditor
  if (!editor) return []
  const touched = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter((diagnostic) => diagnostic.source === source && diagnostic.range.intersection(editor.selection))
  const ids = new Set(touched.map(({ code }) => (typeof code === 'object' ? code.value : code)))
  return rules.filter(({ id }) => ids.has(id))
}

async function chooseRule(found: readonly Rule[]): Promise<Rule | undefined> {
  const group = (label: string, members: readonly Rule[]) =>
    members.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...members.map(toItem)] : []
  const items = [
    ...group(t`at the cursor`, found),
    ...categories.flatMap((name) =>
      group(
        translated(name),
        rules.filter((rule) => rule.category === name && !found.includes(rule)),
      ),
    ),
  ]
  const options = {
    title: t`Explain Rule`,
    placeHolder: t`Name of a rule, or words from its description`,
    matchOnDetail: true,
  }
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly rule?: Rule }>(items, options)
  return chosen?.rule
}

const toItem = (rule: Rule) => ({
  label: rule.id,
  description: translated(rule.severity),
  detail: translated(rule.description),
  rule,
})

/** @param place of a finding, which gets a page of its own */
const pageOf = ({ id }: Rule, place: string | undefined): vscode.Uri =>
  vscode.Uri.from({ scheme: 'design-docs', path: `/rules/${id}.md`, query: place ?? '' })

/** Opens beside the document, so that both can be read. */
async function showPage(page: vscode.Uri): Promise<void> {
  const options = { viewColumn: vscode.ViewColumn.Beside, preview: true }
  await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', options)
}
