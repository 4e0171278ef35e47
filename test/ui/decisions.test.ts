import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { git } from '../harness/git.ts'
import { temporaryFolder } from '../harness/paths.ts'
import { until } from '../harness/until.ts'
import { journey, useWorkbench } from '../harness/useWorkbench.ts'

/** A user supersedes a decision with a new one. Each step continues where the previous one ended. */
const old = `# ADR-0001: Poll the warehouse

- **Status:** Accepted
- **Date:** 2026-03-09
- **Deciders:** The platform team

## Context

Orders arrive late.

## Decision

We poll every minute.

## Consequences

One request a minute.
`
/** Creates a repository in which another branch already uses the next number. */
function createRepository(): string {
  const folder = temporaryFolder('repository')
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, 'docs/adr'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('docs/adr/0001-poll.md', old)
  write('docs/adr/0002-log.md', log)
  write('notes.md', '# Notes\n\nNothing is decided.\n')
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'Two decisions')
  git(folder, 'checkout', '-q', '-b', 'push')
  write('docs/adr/0003-push.md', old.replace('0001: Poll', '0003: Push to'))
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'A third')
  git(folder, 'checkout', '-q', 'main')
  return folder
}

const log = old.replace('0001: Poll the warehouse', '0002: Log it').replace('Accepted', 'Proposed')
const workbench = await useWorkbench(createRepository(), { settings: { 'git.enabled': true } })
const step = journey()
const palette = async (text: string): Promise<readonly string[]> => {
  await workbench.quickInput.open('Control+Shift+P', `>${text}`)
  const { picks } = await workbench.quickInput.waitFor('commands', ({ picks }) => picks.length > 0)
  await workbench.quickInput.dismiss()
  return picks
}

step('Supersede… is not offered outside of decisions', async () => {
  await workbench.openFile('notes.md')
  await workbench.quickInput.open('Control+Shift+P', '>Design Docs: ')
  await workbench.quickInput.waitFor('other commands of ours', ({ picks }) =>
    picks.some((pick) => /^Design Docs: /.test(pick)),
  )
  await workbench.quickInput.dismiss()
  assert.ok(!(await palette('Design Docs: Supersede')).some((pick) => /Supersede…/.test(pick)))
})

step('Supersede… offers a new decision and the other decisions of the folder', async () => {
  await workbench.openFile('docs/adr/0001-poll.md')
  await workbench.runCommand('Design Docs: Supersede…')
  const { picks } = await workbench.quickInput.waitFor('the decisions', ({ picks }) => picks.length > 1)
  await workbench.screenshot('decisions/1 supersede')
  assert.deepEqual([picks[0], picks.at(-1)], ['New decision…', 'ADR-0002: Log it'])
})

step('Supersede… warns of a number used on another branch, and links both decisions to each other', async () => {
  await workbench.quickInput.pick('New decision…')
  // The Git extension takes a moment to find the repository, and until then there is no warning about branches.
  const warning = await until('the number that another branch has', async () => {
    const state = await workbench.quickInput.waitFor('the step of the title', ({ message }) => message !== '')
    if (/already used/.test(state.message)) return state.message
    await workbench.press('Escape')
    await workbench.runCommand('Design Docs: Supersede…')
    await workbench.quickInput.pick('New decision…')
    await workbench.quickInput.waitFor('the step of the title', ({ message }) => message !== '')
    await workbench.page.waitForTimeout(500)
    return undefined
  })
  assert.match(warning, /^Number 0003 is already used on branch “push”: 0003-push\.md/)
  await workbench.screenshot('decisions/2 title')
  await workbench.quickInput.answer('Use a queue')
  await workbench.untilOpen('docs/adr/0003-use-a-queue.md')
  await workbench.screenshot('decisions/3 new decision')
  const text = await workbench.visibleText()
  assert.match(text, /^# ADR-0003: Use a queue/)
  assert.match(text, /- \*\*Status:\*\* Proposed\n- \*\*Supersedes:\*\* \[ADR-0001\]\(0001-poll\.md\)/)
  await workbench.openFile('docs/adr/0001-poll.md')
  assert.match(await workbench.visibleText(), /- \*\*Status:\*\* Superseded by \[ADR-0003\]\(0003-use-a-queue\.md\)/)
})

step('Change Status… replaces the status with the chosen value', async () => {
  await workbench.openFile('docs/adr/0002-log.md')
  await workbench.runCommand('Design Docs: Change Status…')
  await workbench.quickInput.waitFor('the values', ({ picks }) => picks.includes('Accepted'))
  await workbench.screenshot('decisions/4 status')
  await workbench.quickInput.pick('Accepted')
  await until('the new status', async () => (await workbench.visibleText()).includes('Accepted'))
  const text = await workbench.editorText()
  assert.equal(text, log.replace('Proposed', 'Accepted'))
})

step('no error was logged', async () => {
  assert.deepEqual(workbench.errors(), [])
})
