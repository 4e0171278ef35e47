import assert from 'node:assert/strict'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { createPaint } from '../../src/cli/colors.ts'
import { overviewHtml } from '../../src/cli/formatters/overviewHtml.ts'
import { overviewMarkdown } from '../../src/cli/formatters/overviewMarkdown.ts'
import { overviewText } from '../../src/cli/formatters/overviewText.ts'
import { ageOf, type OverviewEntry } from '../../src/review/overview.ts'
import { readXml } from './util/readXml.ts'
import { commit, createRepository, git, withoutGit } from './util/repository.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

const design = (title: string, more = '') =>
  `# System Design: ${title}\n\n**Status:** Draft\n\n## Overview\n\nParcels.\n${more}`
const cost = '\n## Cost Estimate\n\n- Two machines: $100 a month\n- Disk: $20 a month\n\nTotal: $120 a month\n'
const files = {
  'README.md': '# Not one\n',
  'docs/zoo.md': design('Zoo'),
  'docs/bus.md': design('Bus', cost),
  'adr/0008-poll.md': decision('Superseded by [ADR-0009](0009-push.md)').replaceAll(
    'ADR-0007: Use a queue',
    'ADR-0008: Poll',
  ),
  'adr/0009-push.md': decision()
    .replace('ADR-0007: Use a queue', 'ADR-0009: Push')
    .replace('- **Date', '- **Supersedes:** [ADR-0008](0008-poll.md)\n- **Date'),
}

const pathsOf = (out: string): readonly string[] => JSON.parse(out).documents.map(({ path }: { path: string }) => path)

suite('report', () => {
  test('lists designs and decisions, and nothing else', async (context) => {
    const cwd = await createFolder(context, files)
    for (const path of Object.keys(files)) await utimes(join(cwd, path), new Date(), new Date('2026-02-03T12:00:00Z'))
    const { code, out, err } = await runCli(cwd, ['report'])
    assert.deepEqual([code, err], [0, ''])
    const words = out.replace(/ {2,}/g, '  ').replace(/2026-02-03 {2}\d+ \w+/g, 'DATE')
    assert.match(
      words,
      /^Designs\n {2}0\/11 {2}docs\/zoo\.md {2}system-design {2}Draft {2}DATE {2}1 warning\n {2}1\/11 {2}docs\/bus\.md /,
    )
    assert.match(
      words,
      /\n\nDecisions\n {2}adr\/0008-poll\.md {2}Superseded {2}DATE {2}superseded by ADR-0009.*\n {2}adr\/0009-push\.md {2}Accepted {2}DATE {2}supersedes ADR-0008/,
    )
    assert.ok(words.endsWith('\n\n2 designs, 0 with the whole checklist met; 2 decisions\n'))
  })

  test('keeps its columns aligned beside wide characters', async (context) => {
    const cwd = await createFolder(context, { 'docs/zoo.md': design('Zoo'), 'docs/订单/设计.md': design('Orders') })
    const { out } = await runCli(cwd, ['report'])
    assert.match(out, /^ +\d+\/11 {2}docs\/zoo\.md {8}system-design {2}Draft/m)
    assert.match(out, /^ +\d+\/11 {2}docs\/订单\/设计\.md {2}system-design {2}Draft/m)
  })

  test('--format json agrees with lint, and links decisions to those they supersede', async (context) => {
    const cwd = await createFolder(context, files)
    const { documents, version } = JSON.parse((await runCli(cwd, ['report', '--format', 'json'])).out)
    const linted = JSON.parse((await runCli(cwd, ['lint', '--format', 'json'])).out).documents
    assert.equal(version, 1)
    for (const { path, documentType, status, checklist, findings, redFlags, kind } of documents) {
      const same = linted.find((each: { path: string }) => each.path === path)
      const many = (key: string, value: string) =>
        same.messages.filter((each: Readonly<Record<string, string>>) => each[key] === value).length
      assert.deepEqual([documentType, status], [same.documentType, same.status])
      assert.deepEqual(findings, {
        errors: many('severity', 'error'),
        warnings: many('severity', 'warning'),
        information: many('severity', 'information'),
        hints: many('severity', 'hint'),
      })
      assert.equal(redFlags, many('category', 'red-flag'))
      const met = same.checklist.filter((item: { status: string }) => item.status === 'met').length
      assert.equal(checklist?.met, kind === 'design' ? met : undefined)
    }
    const [poll, push] = documents.slice(2)
    assert.deepEqual(poll.supersededBy, [{ text: 'ADR-0009', path: 'adr/0009-push.md' }])
    assert.deepEqual(push.supersedes, [{ text: 'ADR-0008', path: 'adr/0008-poll.md' }])
    assert.deepEqual([push.title, push.lastChange?.slice(0, 2), push.ageInDays], ['ADR-0009 Push', '20', 0])
  })

  test('sorts as --sort says, with the least complete first by default', async (context) => {
    const cwd = await createFolder(context, { ...files, 'docs/cab.md': design('Cab').replace('Draft', 'Accepted') })
    const old = { 'docs/zoo.md': 2024, 'docs/cab.md': 2025, 'docs/bus.md': 2023, 'adr/0009-push.md': 2020 }
    for (const [path, year] of Object.entries(old)) await utimes(join(cwd, path), new Date(), new Date(`${year}-01-01`))
    const sorted = async (...args: string[]) =>
      pathsOf((await runCli(cwd, ['report', '--format', 'json', ...args])).out).map((path) =>
        path.slice(path.startsWith('docs') ? 5 : 6, path.startsWith('docs') ? 8 : 9),
      )
    assert.deepEqual(await sorted(), ['cab', 'zoo', 'bus', '08-', '09-'])
    assert.deepEqual((await sorted('--sort', 'age')).slice(0, 3), ['bus', 'zoo', 'cab'])
    assert.deepEqual((await sorted('--sort', 'path')).slice(0, 3), ['bus', 'cab', 'zoo'])
    assert.deepEqual((await sorted('--sort', 'status')).slice(0, 3), ['cab', 'bus', 'zoo'])
    assert.equal((await sorted('--sort', 'age'))[3], '09-')
    assert.match((await runCli(cwd, ['report', '--sort', 'size'])).err, /Unknown order `size`: choose `score`,/)
  })

  test('obeys config, baseline and .gitignore, and reports unreadable files and config errors', async (context) => {
    const cwd = await createFolder(context, {
      ...files,
      '.design-docs/config.json': '{ "ignore": ["adr/**"], "what": 1 }',
      '.design-docs/baseline.json': '{ "version": 1, "documents": {} }',
      '.gitignore': 'zoo.md\n',
      'docs/broken.md': '\0',
    })
    const { code, out, err } = await runCli(cwd, ['report', '--format', 'json', '--baseline'])
    assert.deepEqual([code, pathsOf(out)], [2, ['docs/bus.md']])
    assert.match(err, /docs\/broken\.md is a binary file\n/)
    assert.match(err, /\.design-docs\/config\.json has errors; `design-docs lint` lists them\n/)
  })

  test('takes ages from git, or from the disk for untracked and changed files', {
    skip: withoutGit,
  }, async (context) => {
    const cwd = await createRepository(context, files)
    await writeFile(join(cwd, 'docs/bus.md'), design('Bus, again'))
    commit(cwd, '2026-03-04T05:06:07Z')
    git(cwd, 'mv', 'docs/bus.md', 'docs/tram.md')
    commit(cwd, '2026-04-05T06:07:08Z')
    await writeFile(join(cwd, 'docs/new.md'), design('New'))
    await writeFile(join(cwd, 'adr/0009-push.md'), decision('Proposed'))
    await utimes(join(cwd, 'docs/zoo.md'), new Date(), new Date('2020-01-01'))
    const today = new Date().toISOString().slice(0, 4)
    const days = Object.fromEntries(
      JSON.parse((await runCli(join(cwd, 'docs'), ['report', '..', '--format', 'json'])).out).documents.map(
        ({ path, lastChange }: { path: string; lastChange: string }) => [path, lastChange],
      ),
    )
    assert.equal(days['zoo.md'], '2026-01-02T03:04:05.000Z')
    assert.equal(days['tram.md'], '2026-04-05T06:07:08.000Z')
    assert.ok(days['new.md'] > `${today}-` && days['../adr/0009-push.md'] > `${today}-`)
  })
})

const hostile: OverviewEntry = {
  path: 'docs/"><script>a</script>/javascript:b@c|d.md',
  title: '<img src=x onerror=alert(1)> [x](javascript:y) | \u202e`&',
  documentType: "a' onclick='b",
  status: '</td></table><script>',
  score: { met: 1, partial: 0, missing: 10 },
  lastChange: new Date('2026-02-03'),
  findings: { error: 1, warning: 2, information: 0, hint: 0 },
  redFlags: 1,
  supersedes: [{ text: '<b>', path: 'javascript:alert(1)' }],
  supersededBy: [{ text: '<i>' }, { text: 'x', path: '../a b%20.md' }],
}
const overview = { designs: [hostile], decisions: [hostile], now: new Date('2026-02-10') }

test('the HTML page is well formed, has no script and links only to its own files', () => {
  const page = overviewHtml(overview)
  const elements = readXml(page.replace('<!doctype html>', ''))
  const found = elements.flatMap(({ name, attributes }) => [name, ...Object.keys(attributes)])
  const links = elements.flatMap(({ attributes }) => attributes['href'] ?? [])
  assert.ok(!found.some((name) => /^on|^script$|^img$|^src$|^style$/.test(name) && name !== 'style'))
  assert.deepEqual(
    found.filter((name) => name === 'style'),
    ['style'],
  )
  const self = './docs/%22%3E%3Cscript%3Ea%3C/script%3E/javascript%3Ab%40c%7Cd.md'
  assert.deepEqual(links, [self, self, './javascript%3Aalert%281%29', './../a%20b%2520.md'])
  assert.match(page, /<meter min="0" max="11" value="1">1 of 11<\/meter>/)
  assert.match(page, /<time>2026-02-03<\/time><small>7 days<\/small>/)
  assert.doesNotMatch(page, /\u202e|https?:/)
})

/** Everything in it that comes from a document has escape sequences, line breaks, and bidi and invisible characters. */
const acting: OverviewEntry = {
  ...hostile,
  path: 'docs/\x1b[2Ja\x1b]8;;file:///etc\x07b\u202e.md',
  title: '\x1b[31mZoo\r\nmalicious\u2066\u2069',
  documentType: 'no\x9b1mte\b\b\u200b',
  status: 'Draft\r\x1b[1A\n\n\x85\u2028Accepted\u202d',
  supersedes: [{ text: '\x1b]0;title\x07\x00\x7f' }],
  supersededBy: [{ text: '\x1bc\x1bP1$r\x1b\\\u2029\ufeff' }],
}

test('the terminal gets no escape sequences, line breaks, bidi or invisible characters from a document', () => {
  const shown = (entry: OverviewEntry, hasColors: boolean) =>
    overviewText({ ...overview, designs: [entry], decisions: [entry] }, createPaint(hasColors))
  for (const hasColors of [false, true]) {
    const text = shown(acting, hasColors)
    assert.match(text, /a.*b.*Draft.*Accepted/)
    assert.equal(text.split('\n').length, shown(hostile, hasColors).split('\n').length)
    // With colours, the headings are painted.
    const plain = ['Designs', 'Decisions'].reduce(
      (all, heading) => all.replace(createPaint(hasColors)('underline', heading), heading),
      text,
    )
    assert.deepEqual(plain.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu), null)
  }
})

test('a hostile document can add neither cells nor lines to the Markdown tables', () => {
  const rows = overviewMarkdown({ ...overview, designs: [hostile, acting] })
    .split('\n')
    .filter((line) => line.startsWith('|'))
  assert.deepEqual(
    rows.map((row) => row.match(/(?<!\\)\|/g)?.length),
    [7, 7, 7, 7, 7, 7, 7],
  )
  assert.doesNotMatch(rows.join('\n'), /(?<!\\)<(?:img|script|b|i)\b|(?<!\\)\]\(javascript:/)
})

test('ages are written in words', () => {
  const age = (since: string) => ageOf({ ...hostile, lastChange: new Date(since) }, new Date('2026-02-10'))
  assert.deepEqual(['2026-02-10', '2026-02-09', '2025-12-20', '2025-06-10', '2020-02-10', '2027-01-01'].map(age), [
    'today',
    '1 day',
    '52 days',
    '8 months',
    '6 years',
    'today',
  ])

  const ageAfter = (days: number) => ageOf({ ...hostile, lastChange: new Date(0) }, new Date(days * 86_400_000))
  // Never one of a larger unit, which would seem younger than the day before.
  assert.deepEqual([59, 60, 61, 729, 730, 731].map(ageAfter), [
    '59 days',
    '60 days',
    '2 months',
    '23 months',
    '23 months',
    '2 years',
  ])
})
