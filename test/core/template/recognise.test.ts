import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isAboutFolder, isTemplateFile, readPath } from '../../../src/core/recognition/path.ts'
import { createPhrases } from '../../../src/core/recognition/phrases.ts'
import { recognise } from '../../../src/core/recognition/recognise.ts'
import { readModel } from '../../util/linting.ts'

const kindOf = (text: string, path?: string) => recognise(readModel(text), path)
const sections = (...titles: string[]) => titles.map((title) => `\n## ${title}\n\nx\n`).join('')

/** A design whose headings are all about its own subject, so that none of them is known. */
const subject = `# Berths\n\n## Lanes\n\n${'The harbour master gives each ferry a lane, and the lane is free again when the ferry has left. '.repeat(10)}\n`

suite('a proposal is recognised by its arguments', () => {
  const proposal = sections('Summary', 'Motivation', 'Non-Goals', 'Proposal', 'Alternatives', 'Unresolved Questions')

  test('in any file, and without a path', () => {
    assert.equal(kindOf(`# One ticket for two ferries\n${proposal}`), 'rfc')
    assert.equal(kindOf(`# One ticket for two ferries\n${proposal}`, 'document.md'), 'rfc')
  })

  test('in German, French, Chinese and Russian', () => {
    for (const titles of [
      ['Zusammenfassung', 'Hintergrund', 'Ziele', 'Vorschlag', 'Alternativen', 'Offene Fragen'],
      ['Résumé', 'Contexte', 'Objectifs', 'Proposition', 'Alternatives envisagées', 'Questions ouvertes'],
      ['摘要', '背景', '目标', '提案', '替代方案', '未解决的问题'],
      ['Введение', 'Контекст', 'Цели', 'Предложение', 'Альтернативы', 'Открытые вопросы'],
    ])
      assert.ok(kindOf(`# x\n${sections(...titles)}`), titles.join(', '))
  })
})

test('a number in the title says what a text is, whatever its subject', () => {
  const text = subject.replace(/^# .*/, '')
  assert.equal(kindOf(`# RFC 42: Reproducible release builds\n${text}`, 'rfcs/0042-builds.md'), 'rfc')
  assert.equal(kindOf(`# Reproducible release builds\n${text}`, 'notes/builds.md'), undefined)
  for (const title of [
    'RFC 0000: Template',
    'PEP 8 Style Guide',
    'JEP 411 Migration Guide',
    'RFC 7231: a reading guide',
  ])
    assert.equal(kindOf(`# ${title}\n${text}`, 'notes/numbered.md'), undefined, title)
  const decided = '\n## Context\n\nx\n\n## Decision\n\nx\n'
  for (const title of ['ADR 7: How to tag releases', 'Decision 7: Berths', 'Decision 7', 'Decision #7 Berths'])
    assert.equal(kindOf(`# ${title}${decided}`, '7.md'), 'decision', title)
  assert.equal(kindOf(`# Decision 5 things depend on${decided}`, '7.md'), undefined)
})

suite('a text is recognised as the same kind without its folder', () => {
  test('where it proposes something and says what speaks for or against it', () => {
    for (const titles of [
      ['Problem', 'Proposal', 'Alternatives'],
      ['Background', 'Proposed Solution', 'Drawbacks', 'Timeline'],
      ['Context', 'Proposal', 'Prior Art', 'Timeline'],
    ])
      for (const path of ['rfcs/x.md', 'x.md', undefined])
        assert.equal(kindOf(`# Berths\n${sections(...titles)}`, path), 'rfc', `${titles.join(', ')} at ${path}`)
  })

  test('but a text that is named, filed or structured as a design is one', () => {
    const titles = sections('Goals', 'Architecture', 'Proposed Solution', 'Alternatives', 'Rollout', 'Open Questions')
    for (const path of ['docs/design/x.md', 'x-design.md'])
      assert.equal(kindOf(`# Berths\n${titles}`, path), 'design', path)
    assert.equal(kindOf(`# Design of the berths\n${titles}`, 'x.md'), 'design')
    const described = sections('Goals', 'Architecture', 'Components', 'Data Flow', 'Failure Modes', 'Alternatives')
    assert.equal(kindOf(`# Berths\n${described}`, 'x.md'), 'design')
  })
})

suite('a proposal that answers questions', () => {
  const asked = sections(
    'Working Backwards',
    'Public FAQ',
    'Why should I use this?',
    'Internal FAQ',
    'Why are we doing this?',
    'Why should we not do this?',
    'What is the technical solution?',
    'What alternative solutions did you consider?',
    'What is the high-level project plan?',
    'Are there any open issues?',
  )

  test('is recognised in its folder and elsewhere', () => {
    for (const path of ['text/0162-berths.md', 'rfcs/0162-berths.md', 'x.md'])
      assert.equal(kindOf(`# Berths for guests\n${asked}`, path), 'rfc', path)
  })

  test('is not confused with a guide that asks questions', () => {
    const guide = sections('What is a berth?', 'Why use a berth?', 'How do I book?', 'What is the price?', 'FAQ')
    for (const path of ['text/0162-berths.md', 'x.md'])
      assert.equal(kindOf(`# Berths\n${guide}`, path), undefined, path)
  })
})

test('a design in everyday words is recognised in a folder for designs', () => {
  const everyday = sections(
    'Why we are doing this',
    'What we want to end up with',
    'How it works',
    'When things break',
    'Things we looked at',
    'Who can do what',
    'Still open',
  )
  assert.equal(kindOf(`# Berths that are paid once\n${everyday}`, 'docs/design/berths.md'), 'design')
  const guide = sections('Why this matters', 'How it works', 'What can go wrong', 'Who can submit a berth')
  assert.equal(kindOf(`# Paying for a berth\n${guide}`, 'handbook/berths.md'), undefined)
})

suite('a design without familiar headings', () => {
  test('is recognised in a folder for designs', () => {
    for (const path of [
      'docs/design/berths.md',
      'designs/berths.md',
      'docs/architecture/berths.md',
      'internals/berths.md',
      'rfcs/0012-berths.md',
      'proposals/berths.md',
      'docs/design-docs/2026/berths.md',
    ])
      assert.ok(kindOf(subject, path), path)
  })

  test('is recognised under a name for designs', () => {
    for (const path of ['ARCHITECTURE.md', 'docs/design.md', 'src/berth/docs/sdd.md', 'docs/berth-design.md'])
      assert.equal(kindOf(subject, path), 'design', path)
  })

  test('is not recognised elsewhere', () => {
    for (const path of [undefined, 'document.md', 'docs/berths.md', 'docs/user-guide/berths.md'])
      assert.equal(kindOf(subject, path), undefined, path)
  })
})

suite('a text that teaches, announces or lists is not a design', () => {
  const guide = `# How to book a berth\n${sections('Prerequisites', 'Install the tool', 'Usage', 'Troubleshooting')}\n\n${'Run the tool, and you get your berth. If you want another, change your settings. '.repeat(12)}`

  test('not even in a folder for designs', () => {
    for (const path of ['docs/design/booking.md', 'docs/architecture/booking.md', 'rfcs/booking.md'])
      assert.equal(kindOf(guide, path), undefined, path)
  })

  test('not even with a few headings of a design', () => {
    for (const titles of [
      ['Overview', 'Features', 'Installation', 'Usage', 'Architecture', 'Contributing', 'License'],
      ['1.4.0', '1.3.1', '1.3.0', '1.2.0'],
      [
        '1.4.0 / 2026-03-09',
        '1.3.1 / 2026-02-01',
        '1.3.0 / 2026-01-05',
        'Summary',
        'Motivation',
        'Migration',
        'Proposal',
      ],
      ['Agenda', 'Attendees', 'Decisions', 'Action Items'],
      ['Summary', 'Impact', 'Root Cause', 'Timeline', 'Lessons Learned'],
      ['Syntax', 'Options', 'Examples', 'See also'],
    ])
      assert.equal(kindOf(`# Ferry\n${sections(...titles)}`), undefined, titles.join(', '))
  })

  test('nor is the title of a design or proposal enough on its own', () => {
    assert.equal(kindOf('# RFC: Berths\n'), undefined)
    assert.equal(kindOf('# Proposals\n\n- [One](one.md)\n- [Two](two.md)\n'), undefined)
  })
})

suite('a decision record contains a decision', () => {
  const record = `# Berths by number\n\nStatus: accepted\n${sections('Context', 'Decision', 'Consequences')}`

  test('a design with a section for a decision remains a design', () => {
    const record = '## Context\n\nx\n\n## Options\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n'
    const rest = Array.from({ length: 20 }, (_, index) => `## Part ${index} of the architecture\n\nx\n\n`).join('')
    const kindOf = (text: string) => recognise(readModel(`# Berths\n\nStatus: accepted\n\n${text}`), 'docs/berths.md')
    assert.equal(kindOf(record), 'decision')
    assert.notEqual(kindOf(rest + record), 'decision')
  })

  test('and is recognised in a folder of decisions or by its title', () => {
    assert.equal(kindOf(record, 'docs/adr/0004-berths.md'), 'decision')
    assert.equal(kindOf(`# ADR 4: Berths by number\n${sections('Context', 'Consequences')}`), 'decision')
    assert.equal(kindOf('# Berths by number\n', 'docs/adr/0004-berths.md'), 'decision', 'just begun')
  })

  test('a page without one in such a folder is not recognised', () => {
    assert.equal(kindOf(`# About berths\n${sections('Lanes', 'Ropes')}`, 'docs/adr/berths.md'), undefined)
  })

  test('a design in such a folder is a design', () => {
    const design = `# Berth Design\n${sections('Goals', 'Non-Goals', 'Detailed Design', 'Data Model', 'Future Work')}`
    assert.equal(kindOf(design, 'docs/adr/berths.md'), 'design')
  })
})

suite('a path', () => {
  test('template files are not documents, unlike documents about templates', () => {
    for (const path of [
      'rfcs/0000-template.md',
      'docs/adr/template.md',
      'docs/adr/adr.template.md',
      'keps/NNNN-template/README.md',
      'a/_template.md',
      'docs/decisions/adr-template-bare-minimal.md',
      'docs/adr/template-for-decisions.md',
      'docs/adr/template-lightweight.md',
      'docs/design/template-hld.md',
      'docs/decisions/0000-modele-adr.md',
      '文档/ADR/ADR-模板.md',
      'docs/adr/0000-vorlage.md',
    ])
      assert.equal(isTemplateFile(path), true, path)
    for (const path of [
      'design/template-engine.md',
      'docs/design/templates-in-git.md',
      'docs/design/text-templating.md',
      'docs/design/modele-de-donnees.md',
      'docs/design/0001-choix-du-modele-adr.md',
      'docs/design/0278-template-only-components.md',
      'docs/design/0005-e-mail-vorlage.md',
      'docs/design/0012-choose-email-template.md',
      'docs/design/模板引擎.md',
    ])
      assert.deepEqual([isTemplateFile(path), readPath(path).folder], [false, 'design'], path)
  })

  test('a matrix, a list of what is left to do and a guide are other texts', () => {
    for (const path of [
      'docs/API_VERSION_MATRIX.md',
      'sidecar/FUTURE-WORK-TODO.md',
      'docs/api-design-guide/berths.md',
      'out/GRAPH_REPORT.md',
      '.claude/agents/planner.md',
      '.claude/skills/core/ui-design.md',
      'agents/planner.md',
      'docs/prompts/berths.md',
    ])
      assert.equal(readPath(path).isElsewhere, true, path)
    for (const path of ['docs/about.md', 'CURRENT-STATUS.md']) assert.equal(readPath(path).isNone, true, path)
    assert.equal(readPath('docs/design/versioning.md').isNone, false)
    for (const path of [
      'docs/design/matrix-bridge.md',
      'docs/design/todo-service.md',
      'docs/adr/0012-support-matrix.md',
      'docs/design/report-service.md',
      'docs/agents/design.md',
      'docs/agents/routing/berths.md',
      'docs/decisions/memory/berths.md',
      'docs/adr/agents/0003-use-a-queue.md',
      'docs/decisions/cost-report.md',
    ])
      assert.equal(readPath(path).isElsewhere, false, path)
  })

  test('a README is about its folder, unless the folder belongs to one document', () => {
    for (const path of ['docs/adr/README.md', 'rfcs/index.md', 'keps/sig-node/README.md', 'docs/design/2026/README.md'])
      assert.equal(isAboutFolder(path), true, path)
    for (const path of [
      'keps/sig-node/12-berths/README.md',
      'rfcs/0010-berths/README.md',
      'docs/adr/0001-berths/index.md',
    ])
      assert.equal(isAboutFolder(path), false, path)
  })

  test('the nearest folder decides, in any spelling', () => {
    const folderOf = (path: string) => readPath(path).folder
    assert.equal(folderOf('docs/architecture/decisions/1.md'), 'decision')
    assert.equal(folderOf('docs/DesignDocs/a.md'), 'design')
    assert.equal(folderOf('docs/design_docs/a.md'), 'design')
    assert.equal(folderOf('text/0012-a.md'), 'rfc')
    assert.equal(folderOf('packages/site/content/text/a.md'), undefined, 'a common word counts near the root alone')
    assert.equal(folderOf('src/berths/a.md'), undefined)
  })
})

test('phrases match at the ends of a heading, as whole words', () => {
  const phrases = createPhrases([
    { phrases: 'data model, 模型', meaning: 'any' },
    { phrases: 'usage', meaning: 'whole', where: 'whole' },
    { phrases: 'how to', meaning: 'start', where: 'start' },
  ])
  const found = (key: string) => [...phrases.in(key)].join()
  assert.equal(found('data model'), 'any')
  assert.equal(found('the new data model'), 'any')
  assert.equal(found('metadata model'), '')
  assert.equal(found('数据模型的变化'), 'any')
  assert.equal(found('usage'), 'whole')
  assert.equal(found('memory usage'), '')
  assert.equal(found('how to moor'), 'start')
  assert.equal(found('learning how to'), '')
})
