import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './paths.ts'
import { main } from './plainError.ts'
import { until } from './until.ts'
import { Workbench } from './workbench.ts'

/**
 * `npm run gallery`: takes the README's screenshots in the real workbench on `examples/`, each in a light and a dark
 * theme. Run it after a build, look at the pictures and commit them. `-- review-dark …` takes only some of them.
 */
const gallery = join(repository, 'media', 'gallery')
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' }
const size = { width: 1200, height: 720 }

type Scene = (workbench: Workbench) => Promise<void>

const scenes: Readonly<Record<string, Scene>> = {
  /** A new decision from its template, with a tab stop selected. */
  async write(workbench) {
    await workbench.runCommand('Design Docs: New Document from Template…')
    await workbench.quickInput.pick('Architecture decision record')
    await workbench.quickInput.answer('Delete scans after ninety days')
    await workbench.quickInput.waitFor('the places', ({ picks }) => picks.some((pick) => pick.includes('delete-scans')))
    await workbench.press('Enter')
    await workbench.untilTab(/delete-scans/)
    await workbench.tabStop()
    await workbench.press('Escape', 'Tab')
    await workbench.page
      .locator('.codelens-decoration', { hasText: 'Architecture decision record · Proposed' })
      .waitFor()
  },
  /** Findings in a document, and the quick fixes for one of them. */
  async problems(workbench) {
    await workbench.openFile('docs/system-design/checkout-rewrite.md')
    await workbench.runCommand('Problems: Focus on Problems View')
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'required-section' }).first().waitFor()
    await workbench.focusEditor()
    await workbench.goTo(39)
    await workbench.openQuickFixes()
  },
  /** The diagrams beside the text, with the part at the cursor highlighted. */
  async diagrams(workbench) {
    await workbench.openFile('docs/system-design/parcel-tracking.md')
    await workbench.runCommand('View: Close Primary Side Bar')
    await workbench.runCommand('Design Docs: Open Diagram Preview to the Side')
    await workbench.webview().locator('.card[data-state="drawn"]').first().waitFor()
    await workbench.focusEditor()
    const line = workbench
      .read('docs/system-design/parcel-tracking.md')
      .split('\n')
      .findIndex((each) => /-->/.test(each))
    await workbench.goTo(line + 1, 7)
    await workbench.webview().locator('[data-lit]').first().waitFor()
  },
  /** The review of a document, and all documents of the workspace. */
  async review(workbench) {
    await workbench.openFile('docs/system-design/checkout-rewrite.md')
    await workbench.runCommand('Design Docs: Show Design Documents')
    const rows = () => workbench.viewRows('Design Documents')
    await until('the decisions', async () => (await rows()).some((row) => /superseded by ADR-0004/.test(row)), rows)
  },
}

await main(async () => {
  const wanted = process.argv.slice(2)
  mkdirSync(gallery, { recursive: true })
  for (const [theme, colours] of Object.entries(themes))
    for (const [name, scene] of Object.entries(scenes)) {
      if (wanted.length > 0 && !wanted.includes(`${name}-${theme}`)) continue
      const workbench = await Workbench.open('examples', {
        settings: { 'workbench.colorTheme': colours, 'window.title': '${activeEditorShort}${separator}${rootName}' },
        isDrawn: true,
      })
      try {
        await workbench.page.setViewportSize(size)
        await scene(workbench)
        // Nothing may be hovered over or still loading in the picture.
        await workbench.page.mouse.move(size.width - 2, 2)
        for (const passing of ['.monaco-progress-container.active', '.workbench-hover'])
          await workbench.page.locator(passing).filter({ visible: true }).first().waitFor({ state: 'detached' })
        await workbench.page.screenshot({ path: join(gallery, `${name}-${theme}.png`), animations: 'disabled' })
      } finally {
        await workbench.close()
      }
      console.log(`media/gallery/${name}-${theme}.png`)
    }
  return 0
})
