import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTeamFiles, type TeamFolderAccess } from '../../../src/core/lint/teamFiles.ts'

/** A folder in memory; files without text cannot be read. */
function folder(files: Readonly<Record<string, string | undefined>>) {
  const asked: string[] = []
  const access: TeamFolderAccess = {
    async list(path) {
      const start = path === '' ? '' : `${path}/`
      const rests = Object.keys(files).flatMap((file) => (file.startsWith(start) ? [file.slice(start.length)] : []))
      const folders = rests.flatMap((rest) => (rest.includes('/') ? [rest.slice(0, rest.indexOf('/'))] : []))
      return [
        ...rests.filter((rest) => !rest.includes('/')).map((name) => ({ name, isFolder: false })),
        ...[...new Set(folders)].map((name) => ({ name, isFolder: true })),
      ]
    },
    async read(path) {
      asked.push(path)
      return files[path]
    },
  }
  return { access, asked }
}

test('config, baseline and all templates, also those named by globs, are read once each', async () => {
  const config = '{ "templates": ["rfcs/0000-*.md", "../up.md"] }'
  const { access, asked } = folder({
    '.design-docs/config.json': config,
    '.design-docs/baseline.json': '{}',
    '.design-docs/templates/b.md': '# B',
    '.design-docs/templates/locked.md': undefined,
    '.design-docs/templates/notes.txt': 'no template',
    'rfcs/0000-template.md': '# RFC',
    'rfcs/0001-queue.md': '# Queue',
    'more/a.md': '# A',
  })
  assert.deepEqual(await readTeamFiles(access, ['more/*.md']), {
    configText: config,
    baselineText: '{}',
    templates: [
      { path: '.design-docs/templates/b.md', text: '# B' },
      { path: 'more/a.md', text: '# A' },
      { path: 'rfcs/0000-template.md', text: '# RFC' },
    ],
    misnamed: [],
    globs: ['rfcs/0000-*.md', 'more/*.md'],
  })
  assert.deepEqual(asked, [
    '.design-docs/config.json',
    '.design-docs/baseline.json',
    '.design-docs/templates/b.md',
    '.design-docs/templates/locked.md',
    'more/a.md',
    'rfcs/0000-template.md',
  ])
})

test('files named as configs of other tools are only read where there is no config', async () => {
  const names = [
    'config.yml',
    'Config.JSON',
    'config.jsonc',
    'config.mjs',
    'config.json.bak',
    'config.md',
    'my.config.js',
  ]
  const files = Object.fromEntries([...names, 'config.ts/x'].map((name) => [`.design-docs/${name}`, name]))
  const { misnamed } = await readTeamFiles(folder(files).access)
  assert.deepEqual(
    misnamed.map(({ text }) => text),
    ['Config.JSON', 'config.jsonc', 'config.mjs', 'config.yml'],
  )
  const { access, asked } = folder({ ...files, '.design-docs/config.json': '{}' })
  assert.deepEqual((await readTeamFiles(access)).misnamed, [])
  assert.deepEqual(asked, ['.design-docs/config.json', '.design-docs/baseline.json'])
})

test('a folder without team files has none', async () => {
  assert.deepEqual(await readTeamFiles(folder({ 'docs/a.md': '# A' }).access), {
    configText: undefined,
    baselineText: undefined,
    templates: [],
    misnamed: [],
    globs: [],
  })
})
