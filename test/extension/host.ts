import assert from 'node:assert/strict'
import * as vscode from 'vscode'

/** Returns the folder that the tests work in, a private copy of `examples/`. */
function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  assert.ok(folder, 'no folder is open')
  return folder.uri
}

export const file = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path)

/** Writes a file without opening it in an editor. */
export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  await vscode.workspace.fs.writeFile(file(path), bytes)
  return file(path)
}

export const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))

/** Opens a file as a user does, since a document that an extension opens stays open for minutes after its editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri)
  return until(
    () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()),
    () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()),
  )
}

let texts = 0

/** Opens a text as a new file, since an untitled document may reappear with the text of the previous one. */
export async function openText(content: string): Promise<vscode.TextEditor> {
  return open(await write(`scratch/${++texts}.md`, content))
}

/** Closes all editors and discards unsaved changes. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

export const ours = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'design-docs')

export const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code)

/** The code actions for a place, of all extensions. @param kind absent: of all kinds */
export const codeActions = (uri: vscode.Uri, range: vscode.Range | undefined, kind?: string) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind)

/** Waits until there are such actions: VS Code gives none while another extension is registering its own. */
export const untilCodeActions = (
  uri: vscode.Uri,
  range: vscode.Range | undefined,
  isWanted: (action: vscode.CodeAction) => boolean = () => true,
): Promise<readonly vscode.CodeAction[]> =>
  until(
    async () => {
      const actions = (await codeActions(uri, range)).filter(isWanted)
      return actions.length > 0 && actions
    },
    () => 'no code action',
  )

/** Waits until our diagnostics of a file meet a condition, and returns them. */
export const untilDiagnostics = (
  uri: vscode.Uri,
  condition: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> =>
  until(
    () => (condition(ours(uri)) ? ours(uri) : undefined),
    () => ours(uri).map(({ message }) => message),
  )

/** Waits up to 50 s for a truthy result, and returns it. The error otherwise contains what there is `instead`. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  instead: () => unknown,
): Promise<T> {
  for (const end = Date.now() + 50_000; Date.now() < end; ) {
    const found = await look()
    if (found) return found
    await new Promise((done) => setTimeout(done, 30))
  }
  throw new Error(`Waited in vain; there was ${JSON.stringify(instead())}`)
}

/** Waits 800 ms, long enough for anything that is about to happen. */
export const rest = (): Promise<void> => new Promise((done) => setTimeout(done, 800))
