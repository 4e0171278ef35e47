import assert from 'node:assert/strict'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'
import { silenceFiles, silenceSteps } from './steps/silence.ts'

/** Runs the commands that no other journey covers from the palette. */
const workbench = await useWorkbench(
  {
    'runbook.md':
      '# Runbook: Restore\n\n## When\n\nThe database is gone.\n\n## Steps\n\n1. Stop the writers.\n2. Restore.\n',
    'decision.md':
      '---\ndocumentType: adr\n---\n# ADR-0001: Keep it\n\n## Context\n\nWe have it.\n\n## Decision\n\nWe keep it.\n',
    'dated.md': '# ADR-0002: Move it\n\n- **Status:** Accepted\n- **Date:** 9 March 2026\n',
    'empty.md': '',
    'leer.md': '',
    'page.md':
      '---\ndocumentType: one-pager\n---\n# One-Pager: Hold a room\n\n## Problem\n\nTwo guests a day pay for the same room, and each of them costs us a night.\n',
    ...silenceFiles,
    'seite.md':
      '---\ndocumentType: one-pager\n---\n# One-Pager: Ein Zimmer halten\n\n## Ausgangslage\n\nZwei Gäste am Tag bezahlen dasselbe Zimmer, und jeder kostet uns einen Abend.\n',
  },
  { file: 'silenced.md' },
)

silenceSteps(workbench, journey())

const step = journey()

step('Add All Missing Sections inserts them and selects the first tab stop', async () => {
  await workbench.openFile('decision.md')
  await workbench.problem('required-section')
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Add All Missing Sections')
  assert.match(await workbench.tabStop(), /^\[.+\]$/)
  await workbench.screenshot('commands/1 missing sections')
  const titles = [...(await workbench.editorText()).matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  assert.deepEqual(titles, ['Context', 'Decision', 'Alternatives Considered', 'Consequences', 'Validation'])
})

step('Add All Missing Sections uses the language of the document rather than that of VS Code', async () => {
  await workbench.openFile('seite.md')
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Add All Missing Sections')
  assert.equal(await workbench.tabStop(), '[Was Benutzer danach tun können, und wie das geschieht, in drei Sätzen]')
  await workbench.screenshot('commands/1b missing sections in German')
  const titles = [...(await workbench.editorText()).matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  assert.deepEqual(titles.slice(0, 3), ['Ausgangslage', 'Vorschlag', 'Erfolgskriterien'])
})

step('Fix All Auto-Fixable Problems reports what it fixed, and is offered only in design documents', async () => {
  const title = 'Design Docs: Fix All Auto-Fixable Problems in Document'
  await workbench.openFile('dated.md')
  await workbench.focusEditor()
  await workbench.runCommand(title)
  await until('the date to be mended', async () => (await workbench.visibleText()).includes('2026-03-09'))
  await until(
    'the word on it',
    async () => (await workbench.statusBar()).includes('Fixed 1 problem'),
    () => workbench.statusBar(),
  )
  await workbench.screenshot('commands/2 fix all')
  await workbench.openFile('runbook.md')
  // The type of a document becomes known a moment after it is shown.
  await until('the command to be gone', async () => !(await workbench.commands(title)).includes(title))
})

step('Insert Template… inserts a whole document and selects its first tab stop', async () => {
  await workbench.openFile('empty.md')
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Insert Template…')
  await workbench.quickInput.pick('System design')
  assert.match(await workbench.tabStop(), /^\[.+\]$/)
  await workbench.screenshot('commands/3 template')
  assert.match(await workbench.visibleText(), /^# System Design: \[/m)
})

step('Create Template from This Document… asks for a name and opens the template', async () => {
  await workbench.openFile('runbook.md')
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Create Template from This Document…')
  await workbench.quickInput.answer('Team runbook')
  await workbench.untilTab(/team-runbook\.md/)
  // The tab opens before its text is loaded.
  const text = await until('the text of the template', async () => (await workbench.editorText()) || undefined)
  await workbench.screenshot('commands/4 own template')
  assert.match(text, /documentType: team-runbook/)
  assert.match(text, /^## Steps\n<!--section required/m)
})

step('the new template is offered as a document type right away', async () => {
  // The file event of the new template may take a while.
  await until('the new type among the types', async () => {
    await workbench.runCommand('Design Docs: New Document from Template…')
    const { picks } = await workbench.quickInput.waitFor('the types', (state) => state.picks.length > 0)
    await workbench.press('Escape')
    return picks.some((label) => /team runbook/i.test(label))
  })
  assert.deepEqual(workbench.errors(), [])
})

step('in a German VS Code, commands, templates and the Design Review are in German', async () => {
  const german = await workbench.secondWindow({ file: 'leer.md', language: 'de' })
  await german.page.bringToFront()
  await german.focusEditor()
  await german.runCommand('Design Docs: Vorlage einfügen…')
  await german.quickInput.pick('Systementwurf')
  assert.match(await german.tabStop(), /^\[Name der Funktion/)
  assert.match(await german.visibleText(), /^## Überblick$/m)
  await german.runCommand('Design Docs: Design-Review anzeigen')
  await german.viewRow('Design-Review', 'Anforderungen').waitFor()
  await german.screenshot('commands/5 German')
  // Sections added to an English document are in English.
  await german.openFile('page.md')
  await german.focusEditor()
  await german.runCommand('Design Docs: Alle fehlenden Abschnitte hinzufügen')
  assert.equal(await german.tabStop(), '[What users can do afterwards, and how that is done, in three sentences]')
  assert.deepEqual(german.errors(), [])
})
