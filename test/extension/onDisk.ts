import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import * as vscode from 'vscode'
import { file, until } from './host.ts'

/** A decision record without a date, with more lines in its head. */
export const record = (number: string, ...lines: readonly string[]): string =>
  `---\ndocumentType: adr\n---\n# ADR-${number}: Use ${number}\n\n- **Status:** Accepted\n${lines.map((line) => `- ${line}\n`).join('')}`

/** As another program does it, of which only a watcher can tell. */
export const onDisk = {
  /** With the folders above it. */
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
 * Makes a folder of its own of which the workbench tells what happens in it: it takes its time after the start until it
 * watches, and the watcher below it misses some folders that are made together with the one above.
 */
export async function newFolder(): Promise<string> {
  const [root] = vscode.workspace.workspaceFolders ?? []
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root ?? '', '**'))
  const seen = new Set<string>()
  for (const event of [watcher.onDidCreate, watcher.onDidChange]) event(({ path }) => seen.add(path))
  try {
    return await until(
      async () => {
        // Each test file is a bundle of its own, and counts anew.
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
