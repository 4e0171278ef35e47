import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lint } from '../util/linting.ts'

/** What `stride-complete` says of a table with these threats, each with a mitigation. */
async function saidOf(names: readonly string[]): Promise<readonly string[]> {
  const rows = names.map((name) => `| ${name} | A limit |\n`).join('')
  const messages = await lint(`# Note: Threats\n\n| Threat | Mitigation |\n| --- | --- |\n${rows}`, undefined, 'note')
  return messages.flatMap(({ ruleId, reason }) => (ruleId === 'stride-complete' ? [reason] : []))
}

suite('stride-complete: names of the threats', () => {
  for (const [first, ...names] of [
    ['Identity spoofing', 'Data tampering', 'User repudiation', 'Info leak', 'DDoS', 'Privilege escalation'],
    ['Impersonation', 'Message tampering', 'Non-repudiation', 'Data exposure', 'DoS', 'Vertical privilege escalation'],
    ['S: Spoofing', 'T - Tampering', '[R]epudiation', 'I – Information disclosure', 'D: Denial of service', 'E: EoP'],
    ['Vortäuschung', 'Manipulation', 'Abstreitbarkeit', 'Offenlegung', 'Dienstverweigerung', 'Rechteausweitung'],
    ['仿冒 (Spoofing)', '篡改', '抵赖', '信息泄露', '拒绝服务', '权限提升 (Elevation of privilege)'],
  ] as const)
    test(`${first}, ${names.join(', ')}`, async () => {
      assert.deepEqual(await saidOf([first, ...names]), [])
      assert.deepEqual(await saidOf(names), ['The STRIDE table leaves out `Spoofing`'])
    })

  test('but not threats in the author’s own words', async () => {
    assert.deepEqual(await saidOf(['Token spoofing', 'Cart tampering', 'Bots cause a denial of service', 'Theft']), [])
    assert.deepEqual(await saidOf(['Somebody leaks the keys', 'Price manipulation', 'DDoS', 'Role escalation']), [])
  })
})
