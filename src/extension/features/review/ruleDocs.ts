/** Serves the pages of the rules under `design-docs:/rules/`, and the command *Explain Rule…*. */

import * as vscode from 'vscode'
import { categories, type Rule } from '../../../core/lint/rule.ts'
import { rules } from '../../../generated/rules.ts'
import { source } from '../../convert.ts'
import { decode } from '../../platform.ts'

/**
 * The rules' pages under `design-docs:/rules/…`, where the codes in the Problems panel lead, and *Explain Rule…*: the rule of
 * the finding at the cursor at once, else the one that is chosen.
 */
export function registerRuleDocs(extensionUri: vscode.Uri): vscode.Disposable {
  const pages = vscode.workspace.registerTextDocumentContentProvider('design-docs', {
    async provideTextDocumentContent({ path }) {
      const id = /^\/rules\/([\w-]+)\.md$/.exec(path)?.[1]
      try {
        if (id) return await readRulePage(extensionUri, id)
      } catch {
        // Said below.
      }
      return `There is no page for \`${path}\`.\n`
    },
  })
  const command = vscode.commands.registerCommand('designDocs.explainRule', async (wanted?: unknown) => {
    const found = rulesAtCursor()
    const given = rules.find(({ id }) => id === idOf(wanted))
    const rule = given ?? (found.length === 1 ? found[0] : await chooseRule(found))
    if (rule) await showPage(rule)
  })
  return vscode.Disposable.from(pages, command)
}

/** The page of a rule, as Markdown. Rejects where there is none. */
export const readRulePage = async (extensionUri: vscode.Uri, id: string): Promise<string> =>
  decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist/rules', `${id}.md`)))

/** A rule's id, or what has one: a line of the Design Review. */
const idOf = (wanted: unknown): unknown =>
  typeof wanted === 'object' && wanted !== null && 'ruleId' in wanted ? wanted.ruleId : wanted

/** The rules of our findings that the cursor touches. */
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
    ...group('at the cursor', found),
    ...categories.flatMap((name) =>
      group(
        name,
        rules.filter((rule) => rule.category === name && !found.includes(rule)),
      ),
    ),
  ]
  const options = { title: 'Explain Rule', placeHolder: 'Name of a rule, or what it asks for', matchOnDetail: true }
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly rule?: Rule }>(items, options)
  return chosen?.rule
}

const toItem = (rule: Rule) => ({ label: rule.id, description: rule.severity, detail: rule.description, rule })

/** Beside the document, so that both can be read. */
async function showPage({ id }: Rule): Promise<void> {
  const page = vscode.Uri.from({ scheme: 'design-docs', path: `/rules/${id}.md` })
  const options = { viewColumn: vscode.ViewColumn.Beside, preview: true }
  await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', options)
}
