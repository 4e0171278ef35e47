import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { test } from 'node:test'
import { engines, filesOf } from '../build/engines.ts'
import { extensionManifest } from '../build/extensionFolder.ts'
import { trackedFiles } from '../build/generate.ts'
import { withTables } from '../build/readmeTables.ts'
import { rules } from '../src/generated/rules.ts'
import { syntaxes } from '../src/generated/syntaxes.ts'
import { unitTestFiles } from './harness/nodeTests.ts'
import { templates } from './util/linting.ts'
import { files, importsOf, reachable, read, root } from './util/repository.ts'

const sources = files.filter((file) => /^(?:src|build|test)\/.*\.ts$/.test(file))

/** The folders of `src` that a folder may import from, besides itself. `vocabulary` is the one in `generated`. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  vocabulary: [],
  reading: ['core', 'vocabulary'],
  checklist: ['core', 'reading'],
  rules: ['core', 'reading', 'checklist', 'language'],
  review: ['core', 'reading', 'checklist'],
  language: ['core', 'reading'],
  diagrams: ['core'],
  page: ['core'],
  worker: ['core', 'diagrams', 'page'],
  webview: ['core', 'diagrams'],
  generated: ['core', 'rules', 'diagrams'],
  extension: ['core', 'generated', 'checklist', 'review', 'language', 'page'],
  cli: ['core', 'generated', 'reading', 'checklist', 'review'],
  remark: ['core', 'generated'],
}

/** Packages that only some folders may use. `core` and the folders built on it know no editor, disk or DOM. */
const homes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^vscode$/, ['extension']],
  [/^node:|^@modelcontextprotocol/, ['cli']],
  [/^(?:mermaid|@viz-js|@plantuml)/, ['diagrams']],
  [/^dompurify$/, ['webview', 'diagrams']],
  [/^hast/, ['page']],
]

const wingOf = (file: string): string =>
  file.split('/').slice(1, 3).join('/').replace('generated/vocabulary', 'vocabulary').split('/')[0] ?? ''

test('folders of src import only the folders and packages that they are allowed to', () => {
  const wrong: string[] = []
  for (const file of sources.filter((file) => file.startsWith('src/'))) {
    const folder = wingOf(file)
    for (const name of importsOf(file)) {
      const target = name.startsWith('.') ? relative(root, join(root, dirname(file), name)).split('/') : undefined
      const wing = target && wingOf(target.join('/'))
      if (target?.[0] === 'src' && wing !== folder && !allowed[folder]?.includes(wing ?? ''))
        wrong.push(`${file}: ${name}`)
      if (folder === 'rules' && target?.[0] === 'src' && target[1] === 'rules')
        wrong.push(`${file}: a rule imports ${name}`)
      for (const [pattern, folders] of homes)
        if (pattern.test(name) && !folders.includes(folder)) wrong.push(`${file}: ${name}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('what `core` builds on, lists and texts, imports nothing but each other', () => {
  const wrong = sources
    .filter((file) => /^src\/core\/(?:data|text)\//.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('../') && !/^\.\.\/(?:data|text)\//.test(name))
        .map((name) => `${file}: ${name}`),
    )
  assert.deepEqual(wrong, [])
})

/** The modules of the judges that rules may import; what both of them read is in `src/reading/`. */
const answers = ['index', 'judgement', 'judgementOf', 'reportGap', 'metElsewhere', 'checklistTopics', 'metProblems']

test('rules import only the public modules of the checklist, and no folder is a catch-all', () => {
  const wrong = sources
    .filter((file) => file.startsWith('src/rules/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => name.includes('/checklist/') && !answers.some((each) => name.endsWith(`/${each}.ts`)))
        .map((name) => `${file}: ${name}`),
    )
  assert.deepEqual(wrong, [])
  assert.deepEqual(
    files.filter((file) => /^src\/.*\b(?:util|utils|misc|common|helpers)\//.test(file)),
    [],
  )
})

test('source files do not import each other in cycles', () => {
  const targets = new Map(
    sources.map((file) => [
      file,
      importsOf(file).flatMap((name) => (name.startsWith('.') ? [join(dirname(file), name).split(sep).join('/')] : [])),
    ]),
  )
  // A file that imports none of the remaining ones is in no cycle. Once there is no such file, what remains are cycles
  // and the files that import them.
  const left = new Map([...targets].filter(([file]) => file.startsWith('src/')))
  for (let size = -1; size !== left.size; ) {
    size = left.size
    for (const [file, names] of left) if (!names.some((name) => left.has(name))) left.delete(file)
  }
  assert.deepEqual([...left.keys()], [])
})

test('only files that create nodes use their `position`; others ask the document', () => {
  // Positions of mdast nodes are relative to their slice; the files that create nodes may set them. YAML errors have
  // their own.
  const own = [
    'src/core/markdown/slices.ts',
    'src/core/markdown/admonitions.ts',
    'src/core/markdown/readBlock.ts',
    'src/core/markdown/readPlainly.ts',
    'src/core/markdown/quickParser.ts',
    'src/core/markdown/sameTree.ts',
    'src/core/markdown/placedTree.ts',
    'src/core/markdown/frontmatter.ts',
  ]
  const wrong = sources.filter(
    (file) =>
      /^src\/(?:core|reading|rules|checklist|review|cli)\//.test(file) &&
      !own.includes(file) &&
      /\.position\b|\{[^{}\n]*\bposition\b[^{}\n]*\}/.test(read(file)),
  )
  assert.deepEqual(wrong, [])
})

/** Imports from Node's modules that change nothing on disk. All others belong to the modules that do all writing. */
const reading = /^(?:readFile|readFileSync|readdir|l?stat|fstatSync|realpath|access|constants|type Dirent|Dirent)$/
/** Exceptions: standard output is a file like any other if it is redirected. */
const streams: Readonly<Record<string, readonly string[]>> = { 'src/cli/output.ts': ['writeFileSync'] }

test('only src/cli/writing and src/extension/writing.ts write files', () => {
  const wrong: string[] = []
  for (const file of sources.filter((file) => /^src\/cli\/(?!writing\/)/.test(file)))
    for (const [line, names] of read(file).matchAll(
      /^import\s(?:type\s)?(?:\{([^}]*)\}|.*?)\sfrom\s'(?:node:)?fs(?:\/promises)?'/gm,
    ))
      for (const name of (names ?? line).split(',').map((each) => each.trim()))
        if (name && !reading.test(name) && !streams[file]?.includes(name)) wrong.push(`${file}: ${name}`)
  for (const file of sources.filter((file) => /^src\/(?!cli\/)/.test(file) && file !== 'src/extension/writing.ts'))
    for (const [use] of read(file).matchAll(
      /\bworkspace\s*\.\s*fs\b(?!\.(?:stat|readFile|readDirectory|isWritableFileSystem)\b)[.\w]*|\bfs\b[^}=\n]*\}\s*=\s*(?:vscode\.)?workspace\b/g,
    ))
      wrong.push(`${file}: ${use}`)
  assert.deepEqual(wrong, [])
})

test('no source file exceeds 300 lines, and only rules have a default export', () => {
  const wrong = sources.flatMap((file) => [
    ...(read(file).split('\n').length > 300 ? [`${file}: over 300 lines`] : []),
    // A stub has the exports of what it replaces; remark requires default exports for plugins and presets.
    ...(/^export default/m.test(read(file)) && !/^src\/rules\/[^/]+\.ts$|stub|remark\.ts$|preset\.ts$/i.test(file)
      ? [`${file}: default export`]
      : []),
  ])
  assert.deepEqual(wrong, [])
})

test('every source file opens with a comment that says what it is for', () => {
  const silent = sources.filter((file) => /^src\/(?!generated\/)/.test(file) && !read(file).startsWith('/**'))
  assert.deepEqual(silent, [])
})

/** Packages that start or drive a browser or an editor, or exist only inside of an editor. */
const heavy = ['playwright-core', 'vscode', '@vscode/test-electron', 'mocha']
/** The modules of the harness that need neither; all others are for tests in a browser or an editor. */
const light = ['address', 'cleanup', 'counts', 'harness.test', 'nodeTests', 'paths', 'processes', 'until', 'zip']

test('unit tests reach no browser and no editor: neither their packages nor harness modules for them', () => {
  const isHeavy = (target: string) =>
    heavy.includes(target) ||
    (target.startsWith('test/harness/') && !light.some((name) => target === `test/harness/${name}.ts`))
  const wrong = unitTestFiles().flatMap((file) =>
    [...reachable(file)].filter(isHeavy).map((target) => `${file}: ${target}`),
  )
  assert.deepEqual(wrong, [])
  // Each name is in use, so a renamed package or module cannot slip through.
  const used = new Set(sources.filter((file) => file.startsWith('test/')).flatMap(importsOf))
  assert.deepEqual(
    heavy.filter((name) => !used.has(name)),
    [],
  )
  assert.ok(reachable('test/webview/panel.test.ts').has('playwright-core'))
  assert.ok(reachable('test/ui/panel.bench.ts').has('test/harness/server.ts'))
})

test('generated files under version control are up to date (`npm run generate` writes them)', async () => {
  const derived = [...(await trackedFiles())]
  assert.deepEqual(
    derived.filter(([path, text]) => read(path) !== text).map(([path]) => path),
    [],
  )
})

test('withTables restores a changed table of the README, and throws if its place is missing', () => {
  const readme = read('README.md')
  for (const cell of ['| `no-placeholder` |', '| `system-design` |']) {
    assert.ok(readme.includes(cell), cell)
    assert.equal(withTables(readme.replace(cell, '| `other` |'), rules, templates), readme)
  }
  assert.throws(() => withTables(readme.replace('<!-- /types -->', ''), rules, templates), /no place .* types/)
})

test('IDs are unique, and no two engines claim the same fence', () => {
  for (const ids of [
    rules.map(({ id }) => id),
    templates.map(({ id }) => id),
    syntaxes.map(({ id }) => id),
    syntaxes.flatMap(({ languages }) => languages),
  ])
    assert.deepEqual(ids, [...new Set(ids)])
  for (const { id } of rules)
    assert.ok(existsSync(join(root, `src/rules/${id}.ts`)), `${id} is not the name of its file`)
})

test('the list of engines matches the files in src/diagrams', () => {
  assert.deepEqual(
    engines.flatMap((engine) => Object.values(filesOf(engine))).toSorted(),
    files.filter((file) => /^src\/diagrams\/[^/]+\.ts$/.test(file)).toSorted(),
  )
  assert.deepEqual(
    syntaxes.map(({ id, isForgiving = false }) => [id, isForgiving]),
    engines.map(({ id, hasParser = false }) => [id, !hasParser]),
  )
})

test('every rule has a setting and every setting a rule, and package.json contains none of them', () => {
  const manifest = JSON.parse(read('package.json'))
  const settingOf = ({ contributes }: typeof manifest) => contributes.configuration.properties['designDocs.rules']
  assert.deepEqual(
    new Set(Object.keys(settingOf(extensionManifest(manifest, rules)).properties)),
    new Set(rules.flatMap(({ id, category }) => [id, category])),
  )
  assert.equal(settingOf(manifest).properties, undefined)
})

test('the tree in CONTRIBUTING.md names only existing paths, and every folder of src', () => {
  const [tree = ''] = /^```\n[\s\S]*?^```/m.exec(read('CONTRIBUTING.md')) ?? []
  const folders: string[] = []
  const named: string[] = []
  for (const [, indent = '', name = ''] of tree.matchAll(/^( *)([\w.-]+\/?)(?= {2}|$)/gm)) {
    folders.length = indent.length / 2
    named.push(folders.join('') + name)
    folders.push(name)
  }
  const missing = named.filter((path) => !existsSync(join(root, path)) && !['dist/', 'out/'].includes(path))
  assert.deepEqual(missing, [])
  const top = new Set(
    files
      .filter((file) => file.startsWith('src/') && file.split('/').length > 2)
      .map((file) => `${file.split('/').slice(0, 2).join('/')}/`),
  )
  assert.deepEqual(
    [...top].filter((folder) => !named.includes(folder)),
    [],
  )
})

test('no file names a machine or a registry', () => {
  const wrong = files
    .filter((file) => /\.(?:ts|mjs|json|md|yml|css)$|run$|\.npmrc$/.test(file))
    .filter((file) =>
      /registry\.npm|deb\.debian|\/work\/|\/root\//.test(read(file).replaceAll('/work\\/|\\/root\\/', '')),
    )
  assert.deepEqual(
    wrong.filter((file) => file !== 'test/architecture.test.ts'),
    [],
  )
})
