import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lint } from '../util/linting.ts'

/** The texts that `approval-pending` reports in the approvals of an approved design. */
async function openIn(approvals: string, heading = 'Approval'): Promise<readonly string[]> {
  const text = `# System Design: Depot\n\n## Metadata\n\n- **Status:** Approved\n\n## ${heading}\n\n${approvals}\n`
  const messages = await lint(text, undefined, 'c4-design')
  return messages.flatMap(({ ruleId, start, end }) => (ruleId === 'approval-pending' ? [text.slice(start, end)] : []))
}

const table = (head: string, row: string) => `| ${head} |\n| ${head.replace(/[^|]+/g, ' --- ')} |\n| ${row} |`

suite('approval-pending: the column with the state', () => {
  for (const head of ['Approver | Status', 'Approved by | State', 'Approvals from | Decision', 'Name | Approved?'])
    test(head, async () => assert.deepEqual(await openIn(table(head, 'Rosa | pending')), ['pending']))

  test('may be the first one, or stand beside others that sound alike', async () => {
    assert.deepEqual(await openIn(table('Status | Approver', 'Pending | Rosa')), ['Pending'])
    assert.deepEqual(await openIn(table('Approval | Name | Status', 'Security | Rosa | open')), ['open'])
    assert.deepEqual(await openIn(table('Name | Decision record', 'Rosa | pending')), [])
  })

  test('in German and Chinese', async () => {
    assert.deepEqual(await openIn(table('Rolle | Stand', 'Betrieb | Noch offen'), 'Freigabe'), ['Noch offen'])
    assert.deepEqual(await openIn(table('Rolle | Freigabe', 'Betrieb | abgelehnt'), 'Freigabe'), ['abgelehnt'])
    assert.deepEqual(await openIn(table('审批人 | 审批状态', '李雷 | 待审批'), '审批'), ['待审批'])
    assert.deepEqual(await openIn('- 李雷：待定\n- 安全：已批准', '审批'), ['李雷：待定'])
  })
})

suite('approval-pending: what says that an approval is open', () => {
  for (const said of [
    'Pending',
    '⏳ pending.',
    'still open',
    'Waiting for legal',
    'Pending approval (Rosa is away)',
    'Rejected on 2026-03-09',
    'Rejected, see the minutes',
    'Changes requested',
    'Not yet approved',
    'No',
  ])
    test(said, async () => assert.deepEqual(await openIn(table('Name | Status', `Rosa | ${said}`)), [said]))
})

suite('approval-pending: what only seems to', () => {
  for (const said of [
    'No objections',
    'No, not needed',
    'Open to both',
    'Open for questions',
    'Pending items are closed',
    'Rejected → Approved',
    'Rejected, then approved on 2026-03-09',
    'LGTM',
    'n/a',
    'Nicht erforderlich',
    'offen für beides',
    '同意',
    '2026-03-09',
  ])
    test(said, async () => {
      assert.deepEqual(await openIn(table('Name | Decision', `Rosa | ${said}`)), [])
      assert.deepEqual(await openIn(`- Rosa: ${said}`), [])
    })

  test('where nobody has to approve, or somebody has later', async () => {
    assert.deepEqual(await openIn(table('Name | Status', 'Legal (optional) | Pending')), [])
    assert.deepEqual(await openIn(table('Name | Status', '~~Legal~~ | Pending')), [])
    assert.deepEqual(await openIn(table('Date | Name | Status', '2026-03-01 | Rosa | Rejected')), [])
  })
})
