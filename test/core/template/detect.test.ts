import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { detectType, type TypeGlobs } from '../../../src/core/template/detect.ts'
import { readModel, templates } from '../../util/linting.ts'

const types = templates.flatMap(({ type }) => type ?? [])

const typeOf = (text: string, path?: string, globs: TypeGlobs = []) =>
  detectType(readModel(text), path, types, globs)?.id

const sections = (...titles: string[]) => titles.map((title) => `\n## ${title}\n\nx\n`).join('')

const nygard = ['Status', 'Context', 'Decision', 'Consequences']
const madr = ['Context and Problem Statement', 'Considered Options', 'Decision Outcome']
const adr = ['Context', 'Decision', 'Alternatives Considered', 'Consequences']

suite('a template is recognised as its own type', () => {
  for (const { id, snippet, type } of templates) {
    if (!type) continue
    test(id, () => assert.equal(typeOf(snippet.text), id))
    const [glob = ''] = type.files
    const path = glob.replace('**/', '').replace('*.md', '0007-a-name.md')
    test(`${id} in a folder for such documents`, () => assert.equal(typeOf(snippet.text, path), id))
  }
})

suite('decision records of three formats', () => {
  test('are told apart by their headings', () => {
    assert.equal(typeOf(`# 7. Use a queue\n${sections(...nygard)}`), 'adr-nygard')
    assert.equal(typeOf(`# Use a queue\n${sections(...madr)}`), 'adr-madr')
    assert.equal(typeOf(`# ADR-007: Use a queue\n${sections(...adr)}`), 'adr')
    assert.equal(typeOf(sections(...nygard)), 'adr-nygard', 'the title may be in the front matter')
  })

  test('keep their format in a folder of decisions that they share', () => {
    for (const folder of ['docs/adr', 'packages/a/adr', 'docs/decisions', 'doc/architecture/decisions']) {
      const path = `${folder}/0007-use-a-queue.md`
      assert.equal(typeOf(`# 7. Use a queue\n${sections(...nygard)}`, path), 'adr-nygard')
      assert.equal(typeOf(`# Use a queue\n${sections(...madr, 'Consequences')}`, path), 'adr-madr')
      assert.equal(typeOf(`# ADR-007: Use a queue\n${sections(...adr)}`, path), 'adr')
      assert.equal(typeOf(`# Use a queue\n${sections(...adr, 'Validation')}`, path), 'adr')
      assert.equal(typeOf('# Use a queue\n', path), 'adr-nygard', 'the smallest when headings say nothing')
    }
  })

  test('with Nygard’s four headings are adr-nygard, also under a numbered ADR title', () => {
    assert.equal(typeOf(`# ADR-007: Use a queue\n${sections(...nygard)}`), 'adr-nygard')
    assert.equal(typeOf(`# ADR-007: Use a queue\n${sections(...nygard, 'References', 'Notes')}`), 'adr-nygard')
    assert.equal(typeOf(`# ADR-007: Use a queue\n${sections(...nygard, 'Alternatives')}`), 'adr-nygard', 'the smallest')
    assert.equal(typeOf(`# 7. Use a queue\n${sections(...nygard, 'Options')}`), 'adr-nygard')
  })

  test('with all of Nygard’s headings and some of ours are adr-nygard', () => {
    const cosmos = sections('Changelog', ...nygard, 'Positive', 'Negative', 'Neutral', 'References')
    assert.equal(typeOf(`# ADR 007: Use a queue\n${cosmos}`), 'adr-nygard')
    assert.equal(typeOf(`# ADR 007: Use a queue\n${cosmos}`, 'docs/adr/adr-007-use-a-queue.md'), 'adr-nygard')
  })

  test('with their status on a line are typed by their headings', () => {
    const three = sections('Context', 'Decision', 'Consequences')
    assert.equal(typeOf(`# ADR-007: Use a queue\n\n- **Status:** Accepted\n${three}`), 'adr-nygard')
    assert.equal(typeOf(`# 7. Use a queue\n\n- **Status:** Accepted\n${three}`), 'adr-nygard')
    assert.equal(typeOf(`# ADR-007: Use a queue\n\n- **Status:** Accepted\n${sections(...madr)}`), 'adr-madr')
  })

  test('with three short headings need a status to be recognised', () => {
    const three = sections('Context', 'Decision', 'Consequences')
    assert.equal(typeOf(`# Lame duck mode\n${three}`), undefined)
    assert.equal(typeOf(`# Lame duck mode\n\nStatus: Accepted\n${three}`), 'adr-nygard')
    assert.equal(typeOf(`# Lame duck mode\n\n|Metadata|Value|\n|-|-|\n|Status|Implemented|\n${three}`), 'adr-nygard')
    assert.equal(typeOf(`---\nstatus: accepted\n---\n# Lame duck mode\n${three}`), 'adr-nygard')
  })

  test('in another language are recognised if they are complete', () => {
    assert.equal(typeOf(`# 9. 提供多语言支持\n${sections('状态', '上下文', '决策', '结果')}`), 'adr-nygard')
    assert.equal(typeOf(`# 9. Sprachen\n${sections('Status', 'Kontext', 'Entscheidung', 'Folgen')}`), 'adr-nygard')
  })
})

suite('designs of three formats share a title line', () => {
  const designOf = (...titles: string[]) => typeOf(`# System Design: Booking\n${sections(...titles)}`)

  test('and are told apart by their headings', () => {
    assert.equal(designOf(), 'system-design')
    assert.equal(designOf('Overview', 'Requirements', 'Components', 'Cost Estimate', 'Failure Modes'), 'system-design')
    assert.equal(
      designOf('1. Overview', '2. Goals', '3. Non-Goals', '4. Requirements', '5. Architecture'),
      'design-doc',
    )
    assert.equal(designOf('Executive Summary', '1. Context (C4 Level 1)', '2. Containers (C4 Level 2)'), 'c4-design')
    assert.equal(designOf('Context', 'Containers', 'Components', 'Approval', 'Changelog'), 'c4-design')
  })

  test('and are not recognised by it if no heading agrees with it', () => {
    assert.equal(typeOf('# Component: Button'), 'component-design')
    assert.equal(typeOf(`# Component: Button\n${sections('Props', 'Usage', 'Accessibility')}`), undefined)
  })
})

suite('documents other than designs', () => {
  const doc = (title: string, ...titles: string[]) => `# ${title}\n${sections(...titles)}`

  test('are recognised by their title in any folder', () => {
    const incident = ['Executive Summary', 'Impact', 'Timeline', 'Root Cause Analysis', 'Resolution', 'Lessons Learned']
    for (const title of [
      'PostMortem: Checkout Outage',
      'Postmortem for 3 March',
      'Incident Report #218',
      'Checkout RCA',
    ])
      assert.equal(typeOf(doc(title, ...incident), 'docs/checkout.md'), 'post-mortem', title)
    const runbook = ['Summary', 'Severity', 'Immediate Steps', 'Common Causes']
    for (const title of ['Runbook: HighMemory', 'HighMemory run book', 'Incident playbook: memory'])
      assert.equal(typeOf(doc(title, ...runbook), 'docs/memory.md'), 'runbook', title)
    for (const title of ['Threat model', 'Threat Modelling of Search', 'Bedrohungsmodell der Suche'])
      assert.equal(typeOf(doc(title, 'Protected assets', 'Threats and controls'), 'docs/security.md'), 'threat-model')
    assert.equal(typeOf(doc('Cutover plan', 'Steps', 'Rollback', 'Risks'), 'docs/x.md'), 'migration-plan')
    assert.equal(typeOf(doc('Search: API design', 'Endpoints', 'Errors', 'Versioning'), 'docs/x.md'), 'api-design')
    assert.equal(typeOf(doc('1-pager: search', 'Problem', 'Solution', 'Next steps'), 'docs/x.md'), 'one-pager')
    assert.equal(typeOf(doc('Search (arc42)', 'Constraints', 'Runtime View'), 'docs/x.md'), 'arc42')
  })

  test('are recognised by their folder or file name', () => {
    assert.equal(typeOf(doc('Pool ran dry', 'Impact', 'Timeline'), 'ops/postmortems/2026-03-09-pool.md'), 'post-mortem')
    assert.equal(typeOf(doc('Pool', 'Overview', 'Steps'), 'services/a/runbooks/pool.md'), 'runbook')
    assert.equal(typeOf(doc('Search', 'Assets', 'Mitigations'), 'docs/threat-model.md'), 'threat-model')
    assert.equal(typeOf(doc('Search', 'Current State', 'Rollback'), 'docs/search-migration-plan.md'), 'migration-plan')
    assert.equal(typeOf(doc('Search', 'Problem', 'Proposal'), 'docs/one-pagers/search.md'), 'one-pager')
  })

  test('are recognised by headings that no other type has', () => {
    const ofArc42 = [
      '1. Einführung und Ziele',
      '2. Randbedingungen',
      '3. Kontextabgrenzung',
      '4. Lösungsstrategie',
      '5. Bausteinsicht',
      '6. Laufzeitsicht',
      '7. Verteilungssicht',
      '8. Querschnittliche Konzepte',
      '9. Architekturentscheidungen',
      '10. Qualitätsanforderungen',
      '11. Risiken und technische Schulden',
      '12. Glossar',
    ]
    assert.equal(typeOf(doc('Die Suche', ...ofArc42)), 'arc42')
    const incident = ['Summary', 'Impact', 'Timeline', 'Root Cause', 'Action Items']
    assert.equal(typeOf(doc('3 March, nobody could pay', ...incident)), 'post-mortem')
  })

  test('require no sections when their type is guessed', () => {
    const guess = detectType(readModel(doc('Runbook: HighMemory', 'Summary', 'Steps')), 'docs/x.md', types, [])
    assert.equal(guess?.id, 'runbook')
    assert.ok(guess.isGuessed && guess.sections.every(({ isRequired }) => !isRequired))
  })

  test('are distinguished from texts about them and from troubleshooting guides', () => {
    for (const [title, ...titles] of [
      ['How to write a runbook', 'Overview', 'Steps', 'Verification'],
      ['Postmortem process', 'Overview', 'Timeline', 'Action Items'],
      ['Threat modeling guide', 'Scope', 'Threats', 'Mitigations'],
      ['Common issues', 'Symptoms', 'Diagnosis', 'Resolution', 'Verification', 'Escalation'],
      ['Migrate to version 2', 'Overview', 'Steps', 'Rollback', 'Risks'],
    ])
      assert.equal(typeOf(doc(title ?? '', ...titles), 'docs/x.md'), undefined, title)
    assert.equal(typeOf(doc('Runbooks', 'Overview', 'Steps'), 'docs/runbooks/README.md'), undefined)
  })
})

suite('a text that is not a design document', () => {
  test('is not recognised as one by a few headings of a design', () => {
    for (const titles of [
      ['Status', 'Background', 'Impact', 'Resolution', 'Timeline'],
      ['Problem', 'Solution', 'Results', 'Verification'],
      ['Installation', 'Overview', 'Architecture', 'API', 'Security', 'Dependencies'],
    ])
      assert.equal(typeOf(`# A text\n${sections(...titles)}`), undefined, titles.join(', '))
  })

  test('includes an index or template in a folder of decisions, unless a glob names it', () => {
    for (const name of ['README', 'index', 'template', '0000-template', '_template'])
      assert.equal(typeOf('# Decisions\n', `docs/adr/${name}.md`), undefined, name)
    assert.equal(typeOf('# Any\n', 'keps/7-any/README.md', [[['keps/**'], 'design-doc']]), undefined)
    assert.equal(typeOf('# Any\n', 'keps/7-any/README.md', [[['keps/**/README.md'], 'design-doc']]), 'design-doc')
  })
})

test('the team’s globs override the folders of templates', () => {
  const globs: TypeGlobs = [[['docs/adr/**'], 'adr-madr']]
  assert.equal(typeOf(`# 7. Use a queue\n${sections(...nygard)}`, 'docs/adr/0007-use-a-queue.md', globs), 'adr-madr')
})
