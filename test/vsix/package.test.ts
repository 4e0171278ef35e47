import assert from 'node:assert/strict'
import { readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { repository, temporaryFolder } from '../harness/paths.ts'
import { run } from '../harness/processes.ts'
import { useWorkbench } from '../harness/useWorkbench.ts'
import { zipEntries } from '../harness/zip.ts'

/** The files that may be in the package. Anything else is a leak, such as sources, tests, source maps or notes. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package|package\.nls(\.[\w-]+)?)\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/licen[cs]e(\.txt|\.md)?$/i,
  /^extension\/dist\/(mermaid\/)?[\w-]+\.js$/,
  /^extension\/dist\/cli(-[\w-]+)?\.mjs$/,
  /^extension\/l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^extension\/dist\/((file-)?templates(\.[\w-]+)?|config\.schema|opinion|keywords(\.[\w-]+)?)\.json$/,
  /^extension\/dist\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/dist\/rules\/[\w-]+\.md$/,
  /^extension\/dist\/third-party-notices\.txt$/,
  /^extension\/skills\/[\w-]+\/SKILL\.md$/,
  /^extension\/agents\/[\w-]+\.agent\.md$/,
  /^extension\/media\/[\w./-]+\.(svg|png|css)$/,
]

const kilobyte = 1024
const folder = temporaryFolder('vsix')

async function pack(name: string, zone: string): Promise<string> {
  const file = join(folder, name)
  const packed = await run(process.execPath, ['build/package.ts', '--out', file], {
    cwd: repository,
    env: { TZ: zone },
  })
  assert.equal(packed.status, 0, packed.output)
  return file
}

const file = await pack('design-docs.vsix', 'UTC')
const archive = readFileSync(file)
const entries = zipEntries(archive)

test('the package contains only files that are meant to ship', () => {
  const leaks = entries.map(({ name }) => name).filter((name) => !allowed.some((pattern) => pattern.test(name)))
  assert.deepEqual(leaks, [])
})

test('the package contains bundles, rule pages, translations, media, skills and agents', () => {
  const names = entries.map(({ name }) => name)
  for (const part of [
    'dist/extension.js',
    'dist/features.js',
    'dist/panel.js',
    'dist/cli.mjs',
    'dist/mermaid/',
    'dist/page-worker.js',
    'dist/syntaxes/mermaid.tmLanguage.json',
    'dist/syntaxes/fences.tmLanguage.json',
    'dist/syntaxes/dot.language.json',
    'dist/rules/required-section.md',
    'dist/templates.de.json',
    'dist/keywords.de.json',
    'dist/opinion.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'l10n/bundle.l10n.de.json',
    'media/',
    'skills/review-design/SKILL.md',
    'agents/architect.agent.md',
  ]) {
    assert.ok(
      names.some((name) => name.startsWith(`extension/${part}`)),
      `no ${part} in:\n${names.join('\n')}`,
    )
  }
})

test('the package is at most 8 MB with all engines, what activates it 20 KB, and its features 1,300 KB', () => {
  assert.ok(archive.length <= 8 * kilobyte * kilobyte, `${Math.ceil(archive.length / kilobyte)} KB`)
  for (const [name, most] of [
    ['extension', 20],
    ['features', 1_300],
  ] as const) {
    const bundle = entries.find((entry) => entry.name === `extension/dist/${name}.js`)
    assert.ok(bundle !== undefined, `no ${name}.js`)
    assert.ok(bundle.size <= most * kilobyte, `${name}.js: ${Math.ceil(bundle.size / kilobyte)} KB`)
  }
})

test('packaging the same files gives the same bytes at another time and in another time zone', async () => {
  const now = new Date()
  utimesSync(join(repository, 'dist/panel.js'), now, now)
  assert.ok(archive.equals(readFileSync(await pack('again.vsix', 'Asia/Tokyo'))))
})

const workbench = await useWorkbench(
  { 'design.md': '# System Design: Shop\n\n## Overview\n\nA shop.\n', 'README.md': '# Shop\n\nTODO\n' },
  { extension: false, vsix: [file], file: 'design.md' },
)

test('the package offers its commands in a clean VS Code', async () => {
  for (const title of ['New Document from Template…', 'Open Diagram Preview to the Side']) {
    const titles = await workbench.commands(`Design Docs: ${title}`)
    assert.ok(titles.includes(`Design Docs: ${title}`), titles.join('\n'))
  }
})

test('the package reports a missing section in the open document, without an error in the log', async () => {
  await workbench.problem('required-section')
  assert.deepEqual(workbench.errors(), [])
  await workbench.screenshot('vsix')
})
