import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardsOf } from '../../../src/core/diagrams/cards.ts'
import { withImages } from '../../../src/core/diagrams/imageCards.ts'
import { addressOf, imageSource } from '../../../src/core/diagrams/imageSource.ts'
import { createFences } from '../../../src/core/diagrams/places.ts'
import { createDocument } from '../../../src/core/document/document.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'

const modelOf = (text: string) => createDocument(createParser().parse(text), syntaxes)
const cards = (text: string, generation = 0) =>
  cardsOf(withImages(modelOf(text), generation), 'document.md').map(
    ({ engine, source, title, line }) => `${line} ${engine} ${engine === 'image' ? addressOf(source) : ''} ${title}`,
  )

test('images on a line of their own get cards, titled by their text or heading, among diagrams', () => {
  const text = `# Orders

![](images/overview.drawio.svg)

## Parts

\`\`\`mermaid
flowchart LR
\`\`\`

Words.

![The parts](./a%20b.PNG?raw=true "title")
![](b.jpeg)

![[Sketch.svg]]
`
  assert.deepEqual(cards(text), [
    '3 image images/overview.drawio.svg Orders',
    '7 mermaid  Parts',
    '13 image ./a%20b.PNG?raw=true The parts',
    '14 image b.jpeg Parts',
    '16 image Sketch.svg Parts',
  ])
})

test('inline, remote, data-URL, video and linked images, and one below a diagram, get no card', () => {
  const text = `An icon ![x](x.png) in a line.

![x](https://example.com/x.png)

![x](//example.com/x.png)

![x](data:image/png;base64,AAAA)

![x](film.mp4)

[![x](x.png)](y.md)

\`\`\`mermaid
flowchart LR
\`\`\`

![Orders](images/orders.svg)
`
  assert.deepEqual(cards(text), ['13 mermaid  document.md'])
  const model = modelOf('Words\n')
  assert.equal(withImages(model, 0), model)
})

test('an embedded picture is a file whatever its name contains, but not an address', () => {
  const text = ['why?.png', 'c d/100%.png', 'a\ud800.png', 'https://example.com/x.png'].map((path) => `![[${path}]]\n`)
  assert.deepEqual(cards(text.join('\n')), [
    '1 image why%3F.png document.md',
    '3 image c%20d/100%25.png document.md',
    '5 image a%EF%BF%BD.png document.md',
  ])
})

test('an image card leads to its image and back, and has a new ID when files have changed', () => {
  const text = '# A\n\n```dot\ndigraph {}\n```\n\nWords\n\n![x](x.png)\n'
  const model = withImages(modelOf(text), 7)
  const all = cardsOf(model, 'a.md')
  const id = all[1]?.id ?? ''
  assert.equal(all[1]?.source, imageSource('x.png', 7))
  const fences = createFences(model, all)
  assert.deepEqual(fences.at(text.indexOf('x.png')), { id })
  const place = fences.place({ id })
  assert.equal(place && text.slice(place.start, place.end), '![x](x.png)')
  assert.notEqual(cardsOf(withImages(modelOf(text), 8), 'a.md')[1]?.id, id)
})
