import assert from 'node:assert/strict'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** A repository that is not set up for the extension. Each step continues where the previous one ended. */
const sentence = 'The harbour master gives each ferry a lane, and the lane is free again when the ferry has left. '
const guessed = `# Ferry berths\n\n## Goals\n\n${sentence.repeat(10)}\n\n## Alternatives\n\n${sentence}\n\n## Rollout\n\n${sentence}\n`
const nearly = `# Lanes\n\n## Colours\n\n${sentence.repeat(10)}\n\n## Usage\n\n${sentence}\n`
const record = (number: number, title: string) =>
  `# ${number}. ${title}\n\nDate: 2026-03-0${number}\n\n## Status\n\nAccepted\n\n## Context\n\n${sentence}\n\n## Decision\n\nWe do.\n\n## Consequences\n\nLess work, and one more table.\n`
const readme = `# Harbour\n\nA program for harbours. ${sentence}\n\n## Installation\n\nRun the installer.\n\n## License\n\nMIT\n`
const workbench = await useWorkbench({
  'README.md': readme,
  'docs/design/berths.md': guessed,
  'docs/design/tickets.md': guessed.replaceAll('berth', 'ticket'),
  'internals/lanes.md': nearly,
  'docs/adr/0001-lanes.md': record(1, 'Number the lanes'),
  'docs/adr/0002-gates.md': record(2, 'Close the gates'),
  'docs/adr/0003-lamps.md': record(3, 'Light the lamps'),
  'empty.md': '',
})
const step = journey()
const view = 'Design Review'
const rows = () => workbench.viewRows(view)
const lens = (text: string) => workbench.page.locator('.codelens-decoration', { hasText: text })
const untilRow = (pattern: RegExp): Promise<string> =>
  until(`the row ${pattern}`, async () => (await rows()).find((text) => pattern.test(text)), rows)
const button = (name: string) => workbench.page.getByRole('button', { name })

step('the code lens over a document with a guessed type shows its state and asks for the type', async () => {
  await workbench.openFile('docs/design/berths.md')
  await lens('Review as…').waitFor()
  assert.match(await lens('Review as…').innerText(), /^RFC · .+ \| Review as… \| Never here$|^Design, free form · /)
  await workbench.runCommand('Design Docs: Show Design Review')
  await untilRow(/^(?:RFC|Design, free form)\?, Review as…/)
  await workbench.screenshot('type question/1 guess')
})

step('Review as… offers the best guess first, then asks for which files it holds', async () => {
  await lens('Review as…').getByText('Review as…').click()
  const { picks } = await workbench.quickInput.waitFor('the types', (state) => state.picks.length > 3)
  assert.match(picks[0] ?? '', /^(?:RFC|Design, free form)$/)
  await workbench.screenshot('type question/2 types')
  await workbench.quickInput.pick('System design')
  await workbench.quickInput.waitFor(
    'the scopes',
    (state) => state.picks.join() === 'This File,All Files in This Folder',
  )
  await workbench.screenshot('type question/3 scope')
  await workbench.quickInput.pick('This File')
  await lens('System design · ').waitFor()
  assert.match(await workbench.editorText(), /^---\ndocumentType: system-design\n---\n\n# Ferry berths\n/)
  assert.equal(await lens('Review as…').count(), 0)
  await workbench.problem('required-section')
  await workbench.screenshot('type question/4 named')
  await workbench.press('Control+Z')
  await lens('Review as…').waitFor()
})

step('Add All Missing Sections lets the user choose sections if the type is guessed', async () => {
  await workbench.runCommand('Design Docs: Add All Missing Sections')
  const { picks, placeholder } = await workbench.quickInput.waitFor('sections', (state) => state.picks.length > 3)
  assert.match(placeholder, /is a guess: which sections do you want/)
  await workbench.screenshot('type question/5 sections')
  const [wanted = ''] = picks
  await workbench.quickInput.pick(wanted)
  await workbench.press('Enter')
  await until('the section', async () => (await workbench.editorText()).includes(`## ${wanted}`))
  assert.equal((await workbench.editorText()).match(/^## /gm)?.length, 4)
  await workbench.press('Escape', 'Control+Z')
})

step('Never here adds a folder to the ignored ones in the config, and the question disappears', async () => {
  await workbench.openFile('internals/lanes.md')
  await lens('Is this a design document?').waitFor()
  await workbench.screenshot('type question/6 nearly')
  await lens('Never here').getByText('Never here').click()
  await workbench.quickInput.pick('All Files in This Folder')
  await lens('Never here').waitFor({ state: 'detached' })
  assert.deepEqual(JSON.parse(workbench.read('.design-docs/config.json')), { ignore: ['internals/*.md'] })
  await button('Show the Checklist Anyway').waitFor()
})

step('the checklist of a readme can be shown on request and hidden again', async () => {
  await workbench.openFile('README.md')
  await button('Show the Checklist Anyway').waitFor()
  await workbench.screenshot('type question/7 readme')
  assert.equal(await lens('').count(), 0)
  await button('Show the Checklist Anyway').click()
  await untilRow(/^Checklist 0\/11/)
  await workbench.screenshot('type question/8 on request')
  assert.deepEqual(await workbench.problems(), [])
  assert.equal(await workbench.editorText(), readme)
  await workbench.runCommand('Design Docs: Hide the Checklist Again')
  await button('Show the Checklist Anyway').waitFor()
})

step('Insert Template… does not insert a template into a document that has text', async () => {
  await workbench.focusEditor()
  await workbench.runCommand('Design Docs: Insert Template…')
  const { placeholder } = await workbench.quickInput.waitFor('what else there is', (state) => state.picks.length === 2)
  assert.match(placeholder, /already has text/)
  await workbench.screenshot('type question/9 insert template')
  await workbench.quickInput.dismiss()
  assert.equal(await workbench.editorText(), readme)
})

step('New Document from Template… offers the types and folders that the repository uses first', async () => {
  await workbench.runCommand('Design Docs: New Document from Template…')
  const { picks } = await workbench.quickInput.waitFor('the types', (state) => state.picks.length > 3)
  await workbench.screenshot('type question/10 new document')
  assert.equal(picks[0], 'ADR (Nygard)')
  await workbench.quickInput.pick('System design')
  await workbench.quickInput.answer('Ferry tickets')
  const places = await workbench.quickInput.waitFor('the places', (state) => state.picks.length > 2)
  assert.equal(places.picks[0], 'docs/design/ferry-tickets.md')
  await workbench.screenshot('type question/11 place')
  await workbench.quickInput.dismiss()
})

step('the code lens shows the state after an undo although the focus has left the editor at once', async () => {
  await workbench.openFile('docs/adr/0001-lanes.md')
  await lens('accepted · no findings').waitFor()
  await workbench.goTo(4)
  await workbench.type('TBD')
  await lens('accepted · 1 finding').waitFor()
  await workbench.press('Control+Z')
  await workbench.runCommand('Design Docs: Show Design Review')
  await lens('accepted · no findings').waitFor()
})

step('no notification is open and no error was logged', async () => {
  assert.deepEqual(await workbench.notifications(), [])
  assert.deepEqual(workbench.errors(), [])
})
