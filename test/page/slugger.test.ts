import assert from 'node:assert/strict'
import { test } from 'node:test'
import Original from 'github-slugger'
import GithubSlugger from '../../src/extension/stubs/githubSlugger.ts'

/** Code points on which both agree: letters newer than the original's list are letters only to our replacement. */
const blocks = [
  [0x00, 0x2ff],
  [0x370, 0x52f],
  [0x5d0, 0x5ea],
  [0x620, 0x6d3],
  [0x904, 0x939],
  [0xe01, 0xe3a],
  [0x1e00, 0x206f],
  [0x20a0, 0x20bf],
  [0x2100, 0x218b],
  [0x3041, 0x3096],
  [0x4e00, 0x4e40],
  [0x1f600, 0x1f640],
] as const

test('the editor’s replacement for github-slugger produces the same slugs', () => {
  const titles = ['Data & Flow', 'data flow', 'Data  Flow', 'Data & Flow', 'data--flow-1', 'Data & Flow', '', '  ']
  titles.push('½ of €5 – “a”', 'Überblick ①', 'a_b‿c', '2.1. Step', '__proto__', 'constructor', 'toString', 'Ⅳ', 'ª º')
  for (const [first, last] of blocks)
    for (let code = first; code <= last; code++) titles.push(`a ${String.fromCodePoint(code)}`)
  const [ours, theirs] = [new GithubSlugger(), new Original()]
  for (const title of titles) assert.equal(ours.slug(title), theirs.slug(title), JSON.stringify(title))
})
