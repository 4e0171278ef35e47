import assert from 'node:assert/strict'
import { mkdir, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { diskWithin } from '../../src/cli/disk.ts'
import { createFolder } from './util/runCli.ts'

const files = { 'in/docs/a.md': 'inside', 'in/b.md': 'beside', 'out/c.md': 'outside', 'inner/d.md': 'outside' }

test('diskWithin reads files in its folders, and links that stay inside them', async (context) => {
  const root = await createFolder(context, files)
  const disk = diskWithin([join(root, 'in')])
  await symlink(join(root, 'in/b.md'), join(root, 'in/docs/link.md'))
  for (const [path, text] of [
    ['in/docs/a.md', 'inside'],
    ['in/docs/link.md', 'beside'],
  ] as const)
    assert.equal((await disk.readText(join(root, path))).text, text)
  assert.deepEqual((await disk.list(join(root, 'in/docs'))).map(({ name }) => name).toSorted(), ['a.md', 'link.md'])
  assert.ok(await disk.isFolder(join(root, 'in')))
  assert.ok(await disk.exists(join(root, 'in/b.md')))
})

test('diskWithin hides what lies outside its folders, or behind a link that leads out', async (context) => {
  const root = await createFolder(context, files)
  const disk = diskWithin([join(root, 'in')])
  await symlink(join(root, 'out/c.md'), join(root, 'in/c.md'))
  await symlink(join(root, 'out'), join(root, 'in/out'))
  for (const path of ['in/c.md', 'in/out/c.md', 'in/../out/c.md', 'out/c.md', 'inner/d.md', 'in/none.md']) {
    assert.equal((await disk.readText(join(root, path))).failure, 'is not in the workspace', path)
    assert.equal(await disk.exists(join(root, path)), false, path)
  }
  for (const path of ['in/out', 'out', '.']) {
    assert.equal(await disk.isFolder(join(root, path)), false, path)
    assert.deepEqual(await disk.list(join(root, path)), [], path)
  }
})

test('diskWithin reads a workspace that is itself reached through a link', async (context) => {
  const root = await createFolder(context, { 'in/a.md': 'inside' })
  await mkdir(join(root, 'real'))
  await rename(join(root, 'in'), join(root, 'real/in'))
  await symlink(join(root, 'real/in'), join(root, 'in'))
  assert.equal((await diskWithin([join(root, 'in')]).readText(join(root, 'in/a.md'))).text, 'inside')
})
