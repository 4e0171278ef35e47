import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findProgram } from '../../src/cli/findProgram.ts'

/** Where git is found if these files exist, and which files were looked for. */
async function find(platform: NodeJS.Platform, path: string | undefined, ...there: readonly string[]) {
  const asked: string[] = []
  const found = await findProgram('git', { platform, path }, async (file) => {
    asked.push(file)
    return there.includes(file)
  })
  return { found, asked }
}

suite('a program is looked for in the folders of PATH alone', () => {
  test('in their order', async () => {
    const { found, asked } = await find('linux', '/usr/local/bin:/usr/bin:/bin', '/usr/bin/git', '/bin/git')
    assert.equal(found, '/usr/bin/git')
    assert.deepEqual(asked, ['/usr/local/bin/git', '/usr/bin/git'])
  })

  test('never in a folder relative to the current one', async () => {
    assert.deepEqual(await find('linux', ':.:bin:../bin:', '/git'), { found: undefined, asked: [] })
    const windows = ['', '.', 'tools', '..\\tools', 'C:', 'C:tools', '\\tools', '/tools', '%TOOLS%']
    assert.deepEqual(await find('win32', windows.join(';')), { found: undefined, asked: [] })
  })

  test('on Windows only as an .exe, which needs no shell', async () => {
    const path = '"C:\\Program Files\\Git\\cmd";D:/git;\\\\server\\share'
    const { found, asked } = await find('win32', path, 'D:\\git\\git.cmd', 'D:\\git\\git.bat', 'D:\\git\\git')
    assert.equal(found, undefined)
    assert.deepEqual(asked, ['C:\\Program Files\\Git\\cmd\\git.exe', 'D:\\git\\git.exe', '\\\\server\\share\\git.exe'])
    assert.equal((await find('win32', path, 'D:\\git\\git.exe')).found, 'D:\\git\\git.exe')
  })

  test('and not at all if PATH is not set', async () => {
    assert.deepEqual(await find('linux', undefined), { found: undefined, asked: [] })
  })
})
