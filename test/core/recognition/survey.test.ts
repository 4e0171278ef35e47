import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseSamples, sumUp } from '../../../src/core/recognition/survey.ts'

const numbered = (folder: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${folder}/${String(index + 1).padStart(4, '0')}-x.md`)

test('a few files of each folder with documents are sampled, the fullest folders first', () => {
  const paths = [
    'README.md',
    'src/notes.md',
    'docs/adr/README.md',
    ...numbered('docs/design', 2),
    ...numbered('docs/adr', 9),
  ]
  assert.deepEqual(
    chooseSamples(paths, () => false),
    [
      { path: 'docs/adr', count: 9, samples: ['docs/adr/0001-x.md', 'docs/adr/0005-x.md', 'docs/adr/0009-x.md'] },
      { path: 'docs/design', count: 2, samples: numbered('docs/design', 2) },
    ],
  )
})

test('documents in folders of their own count for the folder above', () => {
  const paths = ['keps/sig-a/1-x/README.md', 'keps/sig-a/2-y/README.md']
  assert.deepEqual(
    chooseSamples(paths, () => false),
    [{ path: 'keps/sig-a', count: 2, samples: paths }],
  )
})

test('files that a template or the config claims are sampled as well', () => {
  assert.deepEqual(
    chooseSamples(['runs/a.md', 'b.md'], (path) => path.startsWith('runs/')),
    [{ path: 'runs', count: 1, samples: ['runs/a.md'] }],
  )
})

test('at most 36 files are sampled, however many files and folders there are', () => {
  const paths = Array.from({ length: 100 }, (_, index) => numbered(`p${index}/rfcs`, 20)).flat()
  const samples = chooseSamples(paths, () => false).flatMap((folder) => folder.samples)
  assert.ok(samples.length <= 36, String(samples.length))
})

test('types rank by the files of their folders, weighted by their share of the samples', () => {
  const folder = (path: string, count: number, ...typeIds: (string | undefined)[]) => ({
    path,
    count,
    samples: [],
    typeIds,
  })
  assert.deepEqual(
    sumUp([
      folder('adr', 30, 'adr-nygard', 'adr-nygard', 'adr'),
      folder('design', 18, 'design', undefined),
      folder('x', 40, undefined),
    ]),
    {
      types: ['adr-nygard', 'adr', 'design'],
      folders: [
        { path: 'adr', count: 30, typeId: 'adr-nygard' },
        { path: 'design', count: 18, typeId: 'design' },
      ],
    },
  )
})
