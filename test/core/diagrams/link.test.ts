import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { resolveLink, sectionOf, whyRefused } from '../../../src/core/diagrams/link.ts'

const base = { folder: '/projects/shop', document: '/projects/shop/docs/design/orders.md' }

describe('links in diagrams', () => {
  const followed = {
    'https://example.com/a?b#c': { type: 'web', url: 'https://example.com/a?b#c' },
    'HTTP://example.com': { type: 'web', url: 'HTTP://example.com' },
    './payment.md': { type: 'file', path: '/projects/shop/docs/design/payment.md' },
    'payment%20flow.md#overview': {
      type: 'file',
      path: '/projects/shop/docs/design/payment flow.md',
      heading: 'overview',
    },
    '#data--flow': { type: 'here', heading: 'data--flow' },
    '../../src/api.ts#L12-L20': { type: 'file', path: '/projects/shop/src/api.ts', line: 12 },
    '/src/api.ts#L5': { type: 'file', path: '/projects/shop/src/api.ts', line: 5 },
    'a/./b/../c.md?raw=1': { type: 'file', path: '/projects/shop/docs/design/a/c.md' },
  }
  for (const [href, target] of Object.entries(followed))
    it(`${href} is followed`, () => assert.deepEqual(resolveLink(href, base), target))

  const refused = [
    ...[
      '',
      '#',
      '#%',
      '#a%00',
      '?',
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      ' javascript:x',
    ],
    ...['command:workbench.action.terminal.new', 'vscode://evil.ext/x', 'file:///etc/passwd', 'data:text/html,x'],
    ...[
      '//host/share/file',
      '\\\\host\\share',
      'C:\\Windows\\x',
      'c:/windows/x',
      'mailto:a@example.com',
      'https:',
      'https:///x',
    ],
    ...[
      '../../../secret.md',
      '/../secret.md',
      '%2e%2e/%2e%2e/%2e%2e/secret.md',
      '..%2f..%2f..%2fsecret',
      '../../../../../../..',
    ],
    ...[
      '../../../shop2/x.md',
      '../..',
      './\u0000.md',
      'a%00.md',
      '%',
      'a%5c..%5cb',
      'x\u200b.md',
      'file%3a///etc/passwd',
    ],
  ]
  for (const href of refused)
    it(`${JSON.stringify(href)} is refused`, () => assert.equal(resolveLink(href, base), undefined))

  const reasons: Readonly<Record<string, RegExp>> = {
    'JavaScript:alert(1)': /not links with javascript:$/,
    'mailto:a@example.com': /not links with mailto:$/,
    'https:///x': /no host/,
    'java\tscript:x': /invisible characters/,
    'a%00.md': /invisible characters/,
    '%': /an invalid % sequence/,
    '//host/share/file': /another machine/,
    '\\\\host\\share': /another machine/,
    'C:\\Windows\\x': /must not contain \\ or :/,
    '#': /neither a file nor a heading/,
    '../../../secret.md': /outside the workspace$/,
  }
  for (const [href, reason] of Object.entries(reasons))
    it(`${JSON.stringify(href)} is refused with a reason`, () => {
      assert.equal(resolveLink(href, base), undefined)
      assert.match(whyRefused(href, base), reason)
    })

  it('lead to a heading by its slug, also to one of several with the same title', () => {
    const sections = ['Orders', 'Data & Flow', 'Übersicht', 'Data & Flow', 'Step 2-1'].map((title, start) => ({
      title,
      start,
    }))
    const found = (heading: string) => sectionOf(sections, heading)?.start
    assert.deepEqual(['data--flow', 'data--flow-1', 'Übersicht', 'step-2-1', 'data--flow-2', 'flow', ''].map(found), [
      1,
      3,
      2,
      4,
      undefined,
      undefined,
      undefined,
    ])
    assert.equal(sectionOf([{ title: 'Data', number: '2.1', start: 7 }], '21-data')?.start, 7)
  })

  it('lead only to the web if there is no workspace', () => {
    const alone = { ...base, folder: undefined }
    assert.equal(resolveLink('./payment.md', alone), undefined)
    assert.match(whyRefused('./payment.md', alone), /not in a folder/)
    assert.equal(resolveLink('https://example.com/', alone)?.type, 'web')
  })
})
