import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import * as vscode from 'vscode'
import { file, until } from './host.ts'

/** Returns a decision record without a date, with `lines` added to its list of metadata. */
export const record = (number: string, ...lines: readonly string[]): string =>
  `---\ndocumentType: adr\n---\n# ADR-${number}: Use ${number}\n\n- **Status:** Accepted\n${lines.map((line) => `- ${line}\n`).join('')}`

/** Changes files as another program does, so that only the file watcher notices. */
export const onDisk = {
  /** Writes a file, and creates its parent folders. */
  write(path: string, text: string): vscode.Uri {
    const uri = file(path)
    mkdirSync(dirname(uri.fsPath), { recursive: true })
    writeFileSync(uri.fsPath, text)
    return uri
  },
  rename: (from: string, to: string) => renameSync(file(from).fsPath, file(to).fsPath),
  delete: (path: string) => rmSync(file(path).fsPath, { recursive: true }),
}

let folders = 0

/**
 * Creates a folder whose file events are known to arrive. After its start, the workbench takes some time until it
 * watches files, and the watcher under it misses some folders that are created together with their parent.
 */
export async function newFolder(): Promise<string> {
  const [root] = vscode.workspace.workspaceFolders ?? []
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root ?? '', '**'))
  const seen = new Set<string>()
  for (const event of [watcher.onDidCreate, watcher.onDidChange]) event(({ path }) => seen.add(path))
  try {
    return await until(
      async () => {
        // The name is random, because each test file is a separate bundle with its own `folders`.
        const folder = basename(mkdtempSync(file('watched-').fsPath))
        folders++
        for (let count = 0; count < 20; count++) {
          onDisk.write(`${folder}/watched.txt`, `${count}`)
          await new Promise((done) => setTimeout(done, 150))
          if (seen.has(file(`${folder}/watched.txt`).path)) return folder
        }
        return undefined
      },
      () => `no event in any of ${folders} folders`,
    )
  } finally {
    watcher.dispose()
  }
}
