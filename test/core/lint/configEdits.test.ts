import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readConfig } from '../../../src/core/lint/config.ts'
import { type ConfigEdit, globBeside, globOfLike, ignoreFiles, nameFiles } from '../../../src/core/lint/configEdits.ts'
import { matchesGlob } from '../../../src/core/text/globs.ts'

const path = 'docs/design/queue.md'
const glob = 'docs/design/*.md'

/** Reads a config, which must contain no mistakes. */
function read(text: string) {
  const { config, problems } = readConfig(text, [])
  assert.deepEqual(problems, [], text)
  return config
}

function apply(text: string, result: ConfigEdit): string {
  assert.ok('edit' in result, JSON.stringify(result))
  const { start, end, newText } = result.edit
  return text.slice(0, start) + newText + text.slice(end)
}

suite('the glob of the files beside one', () => {
  test('matches the files of its folder alone', () => {
    assert.equal(globBeside(path), glob)
    assert.equal(globBeside('queue.markdown'), '*.markdown')
    assert.ok(!matchesGlob([globBeside(path)], 'docs/design/old/queue.md'))
  })

  test('escapes special characters in a folder’s name', () => {
    for (const folder of ['docs/[a]', 'docs/a (b)', 'docs/{a,b}', '!docs', 'do*cs']) {
      const beside = globBeside(`${folder}/x.md`)
      assert.ok(matchesGlob([beside], `${folder}/y.md`), beside)
      assert.ok(!matchesGlob([beside], 'docs/a/y.md'), beside)
    }
  })
})

test('globOfLike covers the files beside one, or the READMEs of the folders beside its own', () => {
  assert.equal(globOfLike(path), glob)
  assert.equal(globOfLike('keps/sig-x/42-queue/README.md'), 'keps/sig-x/*/README.md')
  for (const about of ['README.md', 'docs/README.md', 'docs/adr/template.md'])
    assert.equal(globOfLike(about), about === 'docs/adr/template.md' ? 'docs/*/template.md' : undefined, about)
})

suite('setting the type of the files in a folder', () => {
  const name = (text: string, id = 'rfc') => apply(text, nameFiles(text, glob, id, path))

  test('creates a config where there is none', () => {
    assert.equal(name(''), '{\n  "types": {\n    "docs/design/*.md": "rfc"\n  }\n}\n')
  })

  test('keeps comments, indentation and line ends', () => {
    const text =
      '{\r\n\t// ours\r\n\t"rules": {},\r\n\t"types": {\r\n\t\t// records\r\n\t\t"adr/*.md": "adr" // short\r\n\t}\r\n}\r\n'
    assert.equal(
      name(text),
      '{\r\n\t// ours\r\n\t"rules": {},\r\n\t"types": {\r\n\t\t// records\r\n\t\t"adr/*.md": "adr", // short\r\n\t\t"docs/design/*.md": "rfc"\r\n\t}\r\n}\r\n',
    )
  })

  test('goes before a glob that gives the file another type, and replaces its own entry', () => {
    const before = name('{ "types": { "x/*.md": "adr", "docs/**": "design" } }')
    assert.deepEqual(
      read(before).types?.map(([[each]]) => each),
      ['x/*.md', glob, 'docs/**'],
    )
    const again = name(before, 'none')
    assert.deepEqual(read(again).types?.[1], [[glob], 'none'])
    const moved = name('{ "types": { "docs/**": "design", "docs/design/*.md": "adr" } }')
    assert.deepEqual(read(moved).types, [
      [[glob], 'rfc'],
      [['docs/**'], 'design'],
    ])
  })

  test('removes the same glob from `ignore`', () => {
    const text = `{ "ignore": ["a.md", "${glob}", "b.md", "${glob}"] }`
    assert.deepEqual(read(name(text)), { ignore: ['a.md', 'b.md'], types: [[[glob], 'rfc']] })
    assert.deepEqual(read(name(`{ "ignore": ["${glob}", ] }`)).ignore, [])
  })

  test('refuses a config that it cannot read', () => {
    assert.deepEqual(nameFiles('{ "types": ', glob, 'rfc', path), {
      refusal: 'is not valid JSON: value expected',
    })
    assert.deepEqual(nameFiles('[]', glob, 'rfc', path), { refusal: 'is not an object' })
    assert.deepEqual(nameFiles('{ "types": [] }', glob, 'rfc', path), { refusal: 'has no object under `types`' })
  })
})

suite('ignoring the files in a folder', () => {
  const ignore = (text: string) => apply(text, ignoreFiles(text, glob))

  test('creates a config, or adds to the list in it', () => {
    assert.equal(ignore(''), `{\n  "ignore": ["${glob}"]\n}\n`)
    assert.equal(ignore('{\n  "ignore": ["a.md"] // old\n}\n'), `{\n  "ignore": ["a.md", "${glob}"] // old\n}\n`)
    assert.equal(ignore('{\n  // all\n}\n'), `{\n  // all\n  "ignore": ["${glob}"]\n}\n`)
    const lists = ['["a.md",]', '[\n"a.md"\n, ]', '[ "a.md" /* old */ ]', '["a.md" // old\n]', '[\n  "a.md", // old\n]']
    for (const list of lists) assert.deepEqual(read(ignore(`{ "ignore": ${list}, }`)).ignore, ['a.md', glob], list)
    for (const list of ['[]', '[ ]', '[\n]', '[// none\n]'])
      assert.deepEqual(read(ignore(`{ "ignore": ${list} }`)).ignore, [glob], list)
  })

  test('adds no glob twice', () => {
    const text = `{ "ignore": ["${glob}"] }`
    assert.equal(ignore(text), text)
  })
})
