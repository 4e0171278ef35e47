/** Draws real documents by other authors, with different kinds of diagrams, in the panel beside the editor. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Workbench } from '../../harness/workbench.ts'

const corpus = new URL('../../../../shared/corpus/design/', import.meta.url)
const documents: Readonly<Record<string, readonly string[]>> = {
  '007-temporal-nexus.md': ['Flowchart', 'State diagram', 'Sequence diagram'],
  '084-fprime-dpmanager-sdd.md': ['Sequence diagram'],
  '118-tikv-rocksdb-per-region.md': ['Flowchart'],
}
const isHere = existsSync(fileURLToPath(corpus))

/** The files that the workspace must contain. Empty if the corpus is missing. */
export const corpusFiles: Readonly<Record<string, string>> = isHere
  ? Object.fromEntries(Object.keys(documents).map((name) => [name, readFileSync(new URL(name, corpus), 'utf8')]))
  : {}

/** Defines the tests. The workbench must contain `corpusFiles`. */
export function corpusTests(workbench: Workbench): void {
  if (!isHere) {
    test('every diagram of the real documents is drawn', { skip: 'no ../shared/corpus here' })
    return
  }
  for (const [name, kinds] of Object.entries(documents)) {
    test(`${name}: every diagram is drawn`, async () => {
      // With the focus in the panel, the file would open in the panel's editor group.
      await workbench.focusEditor()
      await workbench.openFile(name)
      await workbench.focusEditor()
      await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
      const panel = workbench.webview()
      await panel.locator('h1', { hasText: name }).first().waitFor()
      const fences = [...(corpusFiles[name] ?? '').matchAll(/^\s*```mermaid/gm)].length
      await panel
        .locator('.card[data-state="drawn"]')
        .nth(fences - 1)
        .waitFor()
      assert.equal(await panel.locator('.card').count(), fences)
      const shown = await panel.locator('.card .kind').allTextContents()
      for (const kind of kinds) assert.ok(shown.includes(kind), `${kind} among ${shown.join(', ')}`)
      await workbench.screenshot(`corpus/${name}`)
    })
  }
}
