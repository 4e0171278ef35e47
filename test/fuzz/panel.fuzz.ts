import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cardsOf } from '../../src/core/diagrams/cards.ts'
import { createDrawnProblems } from '../../src/core/diagrams/drawnProblems.ts'
import { exportFolder, exportNames } from '../../src/core/diagrams/exportNames.ts'
import { resolveLink } from '../../src/core/diagrams/link.ts'
import { createFences } from '../../src/core/diagrams/places.ts'
import {
  type FromWebviewMessage,
  type Picture,
  parseFromWebview,
  parsePanelState,
} from '../../src/core/diagrams/protocol.ts'
import { createOrders } from '../../src/extension/features/diagrams/previewOrders.ts'
import { answerChunkRequests } from '../../src/webview/chunkRequests.ts'
import { readModel } from '../util/linting.ts'
import { anyJson, anyText, document, fence, joined, oddity } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertRange } from './linter.ts'

const kinds = ['ready', 'openSource', 'openLink', 'renderResult', 'setView', 'picture', 'draw', 'update', 'write']
const meaningful = [
  ...kinds,
  'type',
  'id',
  'href',
  'error',
  'view',
  'mark',
  'line',
  'order',
  'svg',
  'png',
  'one',
  'n0',
  'e1',
]
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(Number.NaN, -0, 2 ** 53, 1e308))
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc.uint8Array({ maxLength: 12 }).map((rest) => Uint8Array.of(137, 80, 78, 71, ...rest)),
)
const anyValue = fc.oneof(
  anyJson(meaningful),
  number,
  bytes,
  fc.constantFrom(undefined, () => 1, Symbol('x'), 1n, new Date(0)),
)
const longText = fc.integer({ min: 3_990, max: 4_010 }).map((length) => 'x'.repeat(length))
const field = fc.oneof(anyText, longText, number, bytes, fc.constantFrom('<svg x>', 'n0', 'e1', 'n9'), anyValue)

/** Messages that resemble those of the panel, and others that do not. */
const message = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        type: fc.constantFrom(...kinds),
        id: field,
        href: field,
        error: field,
        view: anyValue,
        mark: field,
        line: field,
        order: field,
        svg: field,
        png: field,
      },
      { requiredKeys: ['type'] },
    ),
  },
  { weight: 1, arbitrary: anyValue },
)

const isText = (value: unknown) => typeof value === 'string' && value.length <= 4_000
const isCount = (value: unknown) => Number.isSafeInteger(value)
const isView = (value: unknown) => /^\{"locked":(?:true|false),"mode":"(?:all|one)"\}$/.test(JSON.stringify(value))
const isPng = (value: unknown) => value instanceof Uint8Array && value[0] === 137
const isSvg = (value: unknown) => typeof value === 'string' && value.startsWith('<svg ')

/** The fields that a message may have, by its type. */
const shapes: Readonly<Record<FromWebviewMessage['type'], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  ready: {},
  openSource: { id: isText, mark: isText, line: isCount, isGlance: (value) => value === true },
  openLink: { id: isText, href: isText },
  renderResult: { id: isText, error: isText, line: (value) => typeof value === 'number' && value >= 1 },
  setView: { view: isView },
  picture: { order: isCount, svg: isSvg, png: isPng, error: isText },
  readImage: { source: isText },
}

holds('whatever the panel says is taken as one of its messages or not at all', 600, message, (value) => {
  const parsed = parseFromWebview(value)
  if (!parsed) return
  const { type, ...rest } = parsed
  for (const [name, field] of Object.entries(rest))
    assert.ok(shapes[type][name]?.(field), `${type}: ${name} is ${String(field)}`)
})

holds('whatever a panel has kept is a state', 200, anyValue, (value) => {
  const { view, uri, ...more } = parsePanelState(value)
  assert.ok(isView(view) && (uri === undefined || isText(uri)))
  assert.deepEqual(more, {})
})

const withFences = fc
  .array(fc.oneof(fence, document), { minLength: 1, maxLength: 3 })
  .map((texts) => texts.join('\n\n'))
const jumps = fc.record({ text: withFences, messages: fc.array(message, { maxLength: 20 }), at: fc.nat(1_000_000) })

holds('whatever is clicked leads to a place in the document or nowhere', 30, jumps, ({ text, messages, at }) => {
  const model = readModel(text)
  const cards = cardsOf(model, 'a.md')
  assert.equal(new Set(cards.map(({ id }) => id)).size, cards.length)
  const fences = createFences(model, cards)
  const drawn = createDrawnProblems<string>()
  fences.at(Math.floor((text.length * at) / 1_000_000))
  for (const value of messages) {
    const parsed = parseFromWebview(value)
    if (!parsed || !('id' in parsed)) continue
    for (const { id, engine, source } of [...cards, { id: parsed.id, engine: 'mermaid', source: text }]) {
      const place = fences.place({ ...parsed, id })
      if (place) assertRange(place, text, 'jump')
      if (parsed.type !== 'renderResult') continue
      const { error, line } = parsed
      drawn.note(engine, source, error === undefined ? undefined : { error, ...(line !== undefined && { line }) })
      for (const problem of drawn.find(engine, source, 'panel')) assertRange(problem, source, problem.reason)
    }
  }
})

const paths = joined(
  fc.oneof(
    fc.constantFrom(
      '/',
      '..',
      '.',
      '../',
      '//',
      '\\',
      '%2e%2e',
      '%2f',
      '%5c',
      'a',
      'docs',
      'a.md',
      '#L3',
      '?x',
      ':',
      '~',
      '\t',
      ' ',
    ),
    fc.constantFrom(
      'http:',
      'https://',
      'file:///',
      'command:',
      'vscode://',
      'javascript:',
      'data:',
      'C:',
      '\u0001',
      '%00',
    ),
    oddity,
  ),
  8,
)

holds('a link leads to the web or to a file of the folder', 500, paths, (href) => {
  const target = resolveLink(href, { document: '/home/ann/repo/docs/a.md', folder: '/home/ann/repo' })
  if (target?.type === 'web') {
    assert.match(target.url, /^https?:\/\/[^/]/i)
    if (URL.canParse(target.url)) assert.match(new URL(target.url).protocol, /^https?:$/)
  }
  if (target?.type !== 'file') return
  assert.match(target.path, /^\/home\/ann\/repo\/./)
  assert.doesNotMatch(target.path, /\\|(?:^|\/)\.\.?(?:\/|$)|[\0-\x1f]/)
  if (target.line !== undefined) assert.ok(target.line > 0)
})

const exported = fc.record({
  pattern: fc.oneof(joined(fc.constantFrom('${file}', '${heading}', '${index}', '-', '/', '..', 'a'), 6), anyText),
  names: fc.array(
    fc.record({
      file: anyText,
      heading: fc.oneof(anyText, fc.constantFrom('con', 'a', 'a-dark', 'a-2')),
      index: fc.nat(9),
    }),
    { maxLength: 6 },
  ),
  folder: paths,
})

holds('pictures go into the folder, each under a name of its own', 250, exported, ({ pattern, names, folder }) => {
  const made = exportNames(pattern, names)
  const files = made.flatMap((name) => [name, `${name}-dark`])
  assert.equal(new Set(files).size, files.length)
  for (const name of made) {
    assert.match(name, /^[\p{L}\p{M}\p{N}\p{Pc}-]+$/u)
    assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)$/i)
  }
  const target = exportFolder(folder, { document: '/repo/docs', workspace: '/repo' })
  if (target !== undefined) assert.match(target, /^\/repo(?:\/(?!\.\.?(?:\/|$))[^/]+)*$/)
})

/** The events that affect the orders for pictures of one panel. */
const events = fc.array(
  fc.oneof(
    fc.constant('place' as const),
    fc.constant('repeat' as const),
    fc.constant('cancel' as const),
    message,
    fc.record(
      { type: fc.constant('picture'), order: fc.nat(6), svg: field, error: field },
      { requiredKeys: ['type', 'order'] },
    ),
  ),
  { maxLength: 15 },
)

holds('each order for a picture gets one answer, whatever the panel answers', 80, events, async (events) => {
  const sent: number[] = []
  const orders = createOrders((order) => {
    assert.equal(order.type, 'draw')
    if (order.type === 'draw') sent.push(order.order)
  })
  const pictures: Promise<Picture>[] = []
  const wanted = {
    engine: 'mermaid',
    source: 'pie',
    title: '',
    dark: false,
    format: 'svg',
    scale: 1,
    to: 'host',
  } as const
  for (const event of events) {
    if (event === 'place') pictures.push(orders.place(wanted))
    else if (event === 'repeat') orders.repeat()
    else if (event === 'cancel') orders.cancel()
    else {
      const answer = parseFromWebview(event)
      if (answer?.type === 'picture') orders.settle(answer)
    }
  }
  orders.cancel()
  for (const picture of await Promise.all(pictures)) {
    const { svg, error, png, ...more } = picture
    assert.deepEqual(more, {})
    assert.ok(
      (svg === undefined || isSvg(svg)) && (error === undefined || isText(error)) && (png === undefined || isPng(png)),
    )
  }
  assert.ok(sent.every((order) => order >= 1 && order <= pictures.length))
})

const requests = fc.array(
  fc.oneof(
    fc.array(fc.oneof(fc.constantFrom('flowDiagram-X', 'chunk', '../x', 'a/b', '', '__proto__'), anyText, anyValue), {
      maxLength: 4,
    }),
    anyValue,
  ),
  { maxLength: 6 },
)

holds('a frame that asks for chunks gets files of its engine, each once', 120, requests, async (requests) => {
  const read: string[] = []
  const port = { onmessage: undefined as ((event: unknown) => Promise<void>) | undefined }
  answerChunkRequests(
    port as unknown as MessagePort,
    'https://host/dist/mermaid-frame.js',
    () => {},
    async (address) => {
      read.push(address)
      return ''
    },
  )
  for (const data of requests) await port.onmessage?.({ data, ports: [{ postMessage: () => {} }] })
  for (const address of read) assert.match(address, /^https:\/\/host\/dist\/mermaid\/[\w-]+\.js$/)
  assert.equal(new Set(read).size, read.length)
})
