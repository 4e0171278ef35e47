/** The view *Design Documents*: all design documents of the workspace with their progress. */

import * as vscode from 'vscode'
import { count } from '../../../core/text/count.ts'
import { printable } from '../../../core/text/printable.ts'
import { arrange } from '../../../review/arrange.ts'
import { t, translated } from '../../localize.ts'
import type { WorkspaceDocuments } from '../../workspaceDocuments.ts'
import {
  type Arrangement,
  askFilter,
  askGrouping,
  askSorting,
  filterWords,
  keepArrangement,
  readArrangement,
} from './documentChoices.ts'
import { type DocumentNode, othersOf, toTreeItem, uriOf } from './documentItems.ts'

/** The view's id in the manifest, and the context key for its state. */
const viewId = 'designDocs.documents'

/** The view *Design Documents*. Documents are read only while it is visible. */
export function registerDocumentsView(documents: WorkspaceDocuments, kept: vscode.Memento): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  let arrangement = readArrangement(kept)
  const all = () => [...documents.designs.values()]
  const provider: vscode.TreeDataProvider<DocumentNode> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node) return childrenOf(node, documents)
      const { group, sort, filter } = arrangement
      const groups = arrange(all(), group, sort, filter)
      return group === 'none'
        ? groups.flatMap(({ designs }) => designs.map((design) => ({ design })))
        : groups.map((each) => ({ group: each }))
    },
    getTreeItem: (node) => toTreeItem(node, arrangement.group),
  }
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true })
  // On the web, setting a description makes VS Code forget the manifest's title.
  view.title = t`Design Documents`

  function update(): void {
    const { group, sort, filter } = arrangement
    const shown = arrange(all(), group, sort, filter).reduce((sum, { designs }) => sum + designs.length, 0)
    const words = filterWords(filter)
    view.description = documents.designs.size === 0 ? '' : String(documents.designs.size)
    view.message =
      words === '' ? '' : printable(t`${shown} of ${translated(count(documents.designs.size, 'document'))}: ${words}`)
    setContext(viewId, stateOf(documents))
    setContext(`${viewId}.filtered`, words !== '')
    changed.fire()
  }
  async function change(asked: Promise<Partial<Arrangement> | undefined>): Promise<void> {
    const wish = await asked
    if (!wish) return
    arrangement = { ...arrangement, ...wish }
    update()
    await keepArrangement(kept, arrangement)
  }

  setContext(viewId, stateOf(documents))
  return vscode.Disposable.from(
    view,
    changed,
    followWhileVisible(view, documents),
    documents.onDidChange(update),
    command('showDocuments', () => vscode.commands.executeCommand(`${viewId}.focus`)),
    command('groupDocuments', () => change(named('group', askGrouping(arrangement.group)))),
    command('sortDocuments', () => change(named('sort', askSorting(arrangement.sort)))),
    command('filterDocuments', () => change(named('filter', askFilter(all(), arrangement.filter)))),
    command('clearDocumentsFilter', () => change(Promise.resolve({ filter: {} }))),
    command('refreshDocuments', () => documents.forget()),
    onDocument('openDocument', (uri) => vscode.commands.executeCommand('vscode.open', uri)),
    onDocument('openDocumentToSide', (uri) =>
      vscode.commands.executeCommand('vscode.open', uri, { viewColumn: vscode.ViewColumn.Beside }),
    ),
    onDocument('openDocumentDiagrams', async (uri) => {
      await vscode.commands.executeCommand('vscode.open', uri)
      await vscode.commands.executeCommand('designDocs.openPreview')
    }),
  )
}

const setContext = (key: string, value: unknown): void => {
  void vscode.commands.executeCommand('setContext', key, value)
}

const command = (name: string, run: () => unknown): vscode.Disposable =>
  vscode.commands.registerCommand(`designDocs.${name}`, run)

/** Registers a command of a node's context menu. */
export const onDocument = (name: string, run: (uri: vscode.Uri) => unknown): vscode.Disposable =>
  vscode.commands.registerCommand(`designDocs.${name}`, (node?: DocumentNode) => {
    const uri = node && uriOf(node)
    return uri && run(uri)
  })

async function named<K extends keyof Arrangement>(
  key: K,
  asked: Promise<Arrangement[K] | undefined>,
): Promise<Partial<Arrangement> | undefined> {
  const value = await asked
  return value === undefined ? undefined : { [key]: value }
}

function childrenOf(node: DocumentNode, documents: WorkspaceDocuments): DocumentNode[] {
  if ('group' in node) return node.group.designs.map((design) => ({ design }))
  return 'design' in node ? [...othersOf(node.design, [...documents.designs.values()])] : []
}

/** Selects the welcome text for an empty list. */
function stateOf({ designs, isComplete }: WorkspaceDocuments): 'noFolder' | 'unread' | 'empty' | 'some' {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) return 'noFolder'
  if (designs.size > 0) return 'some'
  return isComplete ? 'empty' : 'unread'
}

/** Reads documents while the view is visible, with a progress bar until all are read. */
function followWhileVisible(view: vscode.TreeView<DocumentNode>, documents: WorkspaceDocuments): vscode.Disposable {
  let following: vscode.Disposable | undefined
  const follow = () => {
    if (view.visible === (following !== undefined)) return
    following?.dispose()
    following = view.visible ? documents.follow() : undefined
    if (following && !documents.isComplete)
      void vscode.window.withProgress({ location: { viewId } }, () => documents.update())
  }
  follow()
  return vscode.Disposable.from(view.onDidChangeVisibility(follow), new vscode.Disposable(() => following?.dispose()))
}
