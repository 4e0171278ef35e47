import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { resolveLink } from '../../../src/core/diagrams/link.ts'

const base = { folder: '/projects/shop', document: '/projects/shop/docs/design/orders.md' }

describe('links in diagrams', () => {
  const followed = {
    'https://example.com/a?b#c': { type: 'web', url: 'https://example.com/a?b#c' },
    'HTTP://example.com': { type: 'web', url: 'HTTP://example.com' },
    './payment.md': { type: 'file', path: '/projects/shop/docs/design/payment.md' },
    'payment%20flow.md#overview': { type: 'file', path: '/projects/shop/docs/design/payment flow.md' },
    '../../src/api.ts#L12-L20': { type: 'file', path: '/projects/shop/src/api.ts', line: 12 },
    '/src/api.ts#L5': { type: 'file', path: '/projects/shop/src/api.ts', line: 5 },
    'a/./b/../c.md?raw=1': { type: 'file', path: '/projects/shop/docs/design/a/c.md' },
  }
  for (const [href, target] of Object.entries(followed))
    it(`${href} is followed`, () => assert.deepEqual(resolveLink(href, base), target))

  const refused = [
    ...['', '#heading', '?', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', ' javascript:x'],
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

  it('without a workspace only the web is left', () => {
    const alone = { ...base, folder: undefined }
    assert.equal(resolveLink('./payment.md', alone), undefined)
    assert.equal(resolveLink('https://example.com/', alone)?.type, 'web')
  })
})
