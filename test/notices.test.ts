import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { writeNotices } from '../build/notices.ts'
import { repository, temporaryFolder } from './harness/paths.ts'

describe('third-party notices', () => {
  const built = readFileSync(join(repository, 'dist/third-party-notices.txt'), 'utf8')
  const notices = new Map(
    built
      .split(/^── /m)
      .slice(1)
      .map((notice) => [/^.*/.exec(notice)?.[0] ?? '', notice]),
  )
  const noticeOf = (name: string) => [...notices].find(([title]) => title.startsWith(name))?.[1] ?? ''

  it('contain the text of each licence', () => {
    const permission =
      /Permission (?:is hereby granted|to use)|Redistribution and use|TERMS AND CONDITIONS|Eclipse Public/
    assert.deepEqual(
      [...notices].filter(([, notice]) => !permission.test(notice)).map(([title]) => title),
      [],
    )
    assert.doesNotMatch(built, /<(?:year|owner|copyright holders)>/i)
  })

  for (const [part, ...words] of [
    ['Graphviz 16', 'Eclipse Public License - v 2.0', 'AT&T', 'graphviz-16.1.0.tar.gz'],
    ['Expat', 'Thai Open Source Software Center', 'Permission is hereby granted'],
    ['Emscripten', 'Emscripten authors', 'Permission is hereby granted'],
    ['TeaVM', 'Alexey Andreev', 'Apache License'],
    ['Smetana', 'Eclipse Public License - v 1.0', 'AT&T'],
    ['@viz-js/viz', 'Michael Daines', 'Permission is hereby granted'],
    ['@plantuml/core', 'Arnaud Roques', 'MIT License'],
    ['format', 'Sami Samhuri', 'Permission is hereby granted'],
    ['langium', 'TypeFox', 'Permission is hereby granted'],
    ['@cfworker/json-schema, in @modelcontextprotocol/server', 'Jeremy Danyow', 'Permission is hereby granted'],
    ['@modelcontextprotocol/server', 'Apache License', 'MIT License'],
    ['cytoscape 3', 'Gaetan Renaudeau', 'Koen Bok'],
  ] as const)
    it(`contain ${part}`, () => {
      for (const word of words) assert.ok(noticeOf(part).includes(word), `${part}: ${word}`)
    })

  /** The notices for one bundled package with these files. Rejects in the same cases as a build. */
  async function write(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    const folder = join(temporaryFolder('notices'), 'node_modules', name)
    mkdirSync(folder, { recursive: true })
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
    const output = { bytes: 1, imports: [], exports: [], inputs: { [join(folder, 'a.js')]: { bytesInOutput: 1 } } }
    await writeNotices([{ inputs: {}, outputs: { 'a.js': output } }], [], join(folder, 'notices.txt'))
    return readFileSync(join(folder, 'notices.txt'), 'utf8')
  }
  const manifest = (name: string, version = '1.0.0') => JSON.stringify({ name, version, license: 'MIT' })

  it('contain the copyright comments of a file', async () => {
    const files = {
      'package.json': manifest('a'),
      LICENSE: 'The text',
      'a.js': '/* Copyright of B */ 1 /* no matter */',
    }
    const text = await write('a', files)
    assert.match(text, /── a 1\.0\.0 \(MIT\)\n\nThe text\n\n\/\* Copyright of B \*\/\n$/)
  })

  it('are not written if a licence file is missing', async () => {
    const files = { 'package.json': manifest('a'), 'a.js': '1' }
    await assert.rejects(write('a', files), /a has no licence file: say in build\/contents\.ts/)
  })

  it('are not written if a package names no licence, or its licence file is empty', async () => {
    const files = { 'package.json': '{ "name": "a", "version": "1.0.0" }', LICENSE: 'x', 'a.js': '1' }
    await assert.rejects(write('a', files), /a names no licence: say in build\/contents\.ts/)
    const empty = { 'package.json': manifest('a'), LICENSE: '\n', 'a.js': '1' }
    await assert.rejects(write('a', empty), /a has no licence file: say in build\/contents\.ts/)
  })

  it('are not written if a package contains a copy of another that is not named', async () => {
    const copied = '// ../../node_modules/.pnpm/@b+c@2.0.0/node_modules/@b/c/index.js\n1'
    const files = { 'package.json': manifest('a'), LICENSE: 'x', 'a.js': copied }
    await assert.rejects(write('a', files), /a contains @b\/c: name its licence/)
    const inRegion = { ...files, 'a.js': copied.replace('// ', '//#region ') }
    await assert.rejects(write('a', inRegion), /a contains @b\/c: name its licence/)
  })

  it('are not written for another version than the one that was checked', async () => {
    const files = { 'package.json': manifest('roughjs', '99.0.0'), LICENSE: 'x', 'a.js': '1' }
    await assert.rejects(write('roughjs', files), /roughjs 4\.6\.6 was looked into, 99\.0\.0 was not/)
  })
})
