import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { templates as builtIn, engines, rules } from '../../src/cli/builtIn.ts'
import { createWorkspace, type WorkspaceFile } from '../../src/core/lint/workspace.ts'
import { namedTemplates } from '../../src/core/template/files.ts'

const file = (name: string, text: string): WorkspaceFile => ({ path: `.design-docs/templates/${name}.md`, text })
const load = (configText?: string, ...templates: readonly WorkspaceFile[]) =>
  createWorkspace({ configText, templates, builtIn, rules, engines })
const typed = (id: string, title = 'RFC') => `---\ndocumentType: ${id}\n---\n# ${title}: \${1:[Title]}\n\n## Summary\n`

suite('the workspace of a team', () => {
  test('has the built-in types and no problems if it has no files', () => {
    const { config, types, problems } = load()
    assert.deepEqual(config, {})
    assert.deepEqual(problems, [])
    assert.ok(types.some(({ id }) => id === 'system-design'))
  })

  test('accepts `none` as a type, and suggests the nearest type for an unknown one', () => {
    assert.deepEqual(load('{ "types": { "a/*.md": "none" } }').problems, [])
    const text = '{ "types": { "a/*.md": "system-desing", "b/*.md": "x" } }'
    const [near, far] = load(text).problems
    assert.equal(near?.reason, 'Unknown document type `system-desing`: did you mean `system-design`?')
    assert.deepEqual([text.slice(near.start, near.end), near.instead], ['"system-desing"', '"system-design"'])
    assert.match(far?.reason ?? '', /^Unknown document type `x`, expected one of `adr`, .+ or `[^`]+`$/)
  })

  test('adds the types of its templates, which override built-in ones', () => {
    const { types, problems } = load(undefined, file('rfc', typed('rfc')), file('ours', typed('adr', 'Decision')))
    assert.deepEqual(problems, [])
    assert.ok(types.some(({ id }) => id === 'rfc'))
    assert.deepEqual(
      types.filter(({ id }) => id === 'adr').map(({ titlePrefix }) => titlePrefix),
      ['Decision:'],
    )
  })

  test('reports the second of two templates with the same id, at the id', () => {
    const second = typed('rfc', 'Other')
    const { types, problems } = load(undefined, file('b', second), file('a', typed('rfc')))
    assert.equal(types.find(({ id }) => id === 'rfc')?.titlePrefix, 'RFC:')
    assert.equal(problems.length, 1)
    const [problem] = problems
    assert.equal(problem?.path, '.design-docs/templates/b.md')
    assert.equal(second.slice(problem?.start, problem?.end), 'rfc')
    assert.match(problem?.reason ?? '', /`rfc` is already used by `\.design-docs\/templates\/a\.md`/)
  })

  test('leaves out templates beyond the total size limit, and reports each in its file', () => {
    const long = (name: string) => file(name, `${typed(name)}\n${'Some words.\n\n'.repeat(14_000)}`)
    const { types, problems } = load(undefined, ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(long), file('h', typed('h')))
    const said = problems.filter(({ reason }) => /^Templates have more than 1000000 characters in total/.test(reason))
    assert.deepEqual(
      said.map(({ path }) => path),
      ['.design-docs/templates/f.md', '.design-docs/templates/g.md', '.design-docs/templates/h.md'],
    )
    assert.deepEqual(problems, said)
    assert.ok(types.some(({ id }) => id === 'e') && !types.some(({ id }) => id === 'f'))
  })

  test('makes a type of a plain Markdown template, but not of a fragment', () => {
    const plain = file('0000-template', '# Title\n\n## Summary\n\n## Drawbacks (optional)\n')
    const headed = file('headed', '---\nstatus: draft\n---\n# Title\n\n## Summary\n')
    const fragment = file('table', '---\nprefix: table\n---\n# Risks\n\n## Table\n')
    const { types, problems } = load(undefined, plain, headed, fragment)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      types.find(({ id }) => id === '0000-template')?.sections.map(({ title, isRequired }) => [title, isRequired]),
      [
        ['Summary', true],
        ['Drawbacks', false],
      ],
    )
    assert.ok(types.some(({ id }) => id === 'headed'))
    assert.ok(!types.some(({ id }) => id === 'table'))
  })

  test('reports an error in a template where it is', () => {
    const text = '---\nstatus: draft\n---\n# Title ${1:never closed\n'
    const { problems } = load(undefined, file('broken', text))
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end)),
      ['${1:'],
    )
  })

  test('reports an unknown severity in the front matter of a template', () => {
    const text = typed('rfc').replace('---\n', '---\nrules: { no-placeholder: warn }\n')
    const { problems } = load(undefined, file('rfc', text))
    assert.deepEqual(
      problems.map(({ start, end, reason }) => [text.slice(start, end), reason]),
      [['warn', 'Unexpected severity `warn`: did you mean `warning`?']],
    )
  })

  test('reports a misspelt rule in the front matter of a template, in TOML and below a comment, too', () => {
    const yaml = '---\ndocumentType: ours\nrules:\n  no-placehodler: off\n---\n'
    const toml = '+++\ndocumentType = "ours"\n[rules]\nno-placehodler = "off"\n+++\n'
    const title = '# Ours: ${1:[Title]}\n'
    for (const front of [yaml, toml, `<!-- Licence -->\n${toml}`]) {
      const text = front + title
      const [problem, ...more] = load(undefined, file('ours', text)).problems
      assert.equal(problem?.reason, 'Unknown rule `no-placehodler`: did you mean `no-placeholder`?')
      assert.deepEqual([text.slice(problem.start, problem.end), more], ['no-placehodler', []])
    }
    assert.deepEqual(load(undefined, file('ours', toml.replace('hodler', 'holder') + title)).problems, [])
  })

  test('reports mistakes in what the front matter of a template says about it', () => {
    const said = (front: string) => {
      const text = `---\n${front}\n---\n# RFC: [Title]\n\n## Summary\n`
      return load(undefined, file('ours', text)).problems.map(({ start, end, reason }) => [
        text.slice(start, end),
        reason,
      ])
    }
    const expected: Readonly<Record<string, readonly (readonly string[])[]>> = {
      'prefix: x\ndocumentType: ours\nowner: [team]\nchecklist: [security]\ncovers: system\nfiles: docs/*.md': [],
      'checklist: true': [],
      'checklist: false': [],
      'covers:': [],
      'status: open\nchecklist: maybe': [],
      'checklist: [securty, scaling]': [['securty', 'Unknown checklist item `securty`: did you mean `security`?']],
      'checklist: yes': [
        ['yes', 'Unexpected value of `checklist`, expected `false` or a list such as `[security, scaling]`'],
      ],
      'covers: sytem': [['sytem', 'Unexpected value `sytem` of `covers`: did you mean `system`?']],
      'covers: [all]': [['[all]', 'Unexpected value of `covers`, expected `system`']],
      'documentType: none': [
        ['none', '`none` stands for files that are not design documents: choose another id for the type'],
      ],
      'documentType: 5': [['5', 'Unexpected value of `documentType`, expected a string']],
      'documentType: ours\nfiles: ["a/*.md", "!a/b.md"]': [['"!a/b.md"', '`files` takes no `!` patterns']],
    }
    for (const [front, problems] of Object.entries(expected)) assert.deepEqual(said(front), problems, front)
    assert.match(String(said('documentType: [a')), /Front matter is not valid YAML/)
  })

  test('reports an unknown type in the config', () => {
    const text = '{ "types": { "a/*.md": "adr", "b/*.md": "nope" } }'
    const { config, problems } = load(text)
    assert.deepEqual(config.types, [
      [['a/*.md'], 'adr'],
      [['b/*.md'], 'nope'],
    ])
    assert.deepEqual(
      problems.map(({ path, start, end }) => [path, text.slice(start, end)]),
      [['.design-docs/config.json', '"nope"']],
    )
  })

  test('has an empty config and baseline if they are nested too deep, and reports that', () => {
    const files = [...'[{'].map((bracket) => bracket.repeat(20_000))
    const deep = ['{"rules":'.repeat(20_000), ...files, `{ "rules": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`]
    for (const text of deep) {
      const { config, problems, baseline } = createWorkspace({
        configText: text,
        baselineText: text,
        builtIn,
        rules,
        engines,
      })
      assert.deepEqual([config, baseline], [{}, {}])
      assert.deepEqual(
        problems.map(({ path, reason }) => [path, reason.split(', ', 1)[0]]),
        [
          ['.design-docs/baseline.json', 'The baseline does not have the form `{ "version": 1'],
          ['.design-docs/config.json', 'Config is nested more than 100 levels deep'],
        ],
      )
      assert.deepEqual(namedTemplates(text), [])
    }
    const close = `{ "ignore": ${'['.repeat(99)}${']'.repeat(99)}, "rules": { "no-placeholder": "off" } }`
    assert.equal(load(close).config.rules?.['no-placeholder']?.severity, 'off')
  })

  test('does not throw, whatever the files contain', () => {
    for (const text of ['', '---', '---\n[', '# ', '\0', '${', '---\ndocumentType: [x\n---\n'])
      assert.doesNotThrow(() => load(text, file('x', text), file('y', text)), JSON.stringify(text))
  })
})
