import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { readPage } from '../../src/page/page.ts'
import { sharedChromium } from './browser.ts'

const context = await (await sharedChromium()).newContext()
after(() => context.close())

/** Returns a picture whose upper and lower edges have unique colours. */
const picture = (number: number, height: number): string => {
  const bar = (at: number, end: number) =>
    `<rect y="${at}" width="300" height="8" fill="#fe${hex(number)}${hex(end)}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${height}" viewBox="0 0 300 ${height}"><rect width="300" height="${height}" fill="#eeeeff"/>${bar(0, 1)}${bar(height - 8, 2)}</svg>`
}
const hex = (number: number): string => number.toString(16).padStart(2, '0')

/** Enough low pictures that one would cross the end of a sheet wherever that is, and some higher than any sheet. */
const heights = [300, 420, 260, 510, 3_000, 380, 1_400, 460, 340, 600, 290, 410]

const text = `# Orders\n\n${heights.map((_, at) => `## Part ${at}\n\n${'Some words on it. '.repeat(20 * (at % 4) + 3)}\n\n\`\`\`dot\n${at}\n\`\`\`\n`).join('\n')}`

const places = Array.from(text.matchAll(/```dot/g), ({ index }) => index)

const html = readPage(text, places).write({
  name: 'orders.md',
  drawings: places.map((start, at) => ({ start, light: picture(at, heights[at] ?? 0), alt: `Part ${at}` })),
  images: {},
  links: {},
})

test('a printed page shows each diagram once and uncut, even if it is higher than a sheet', async () => {
  const page = await context.newPage()
  await page.setContent(html)
  for (const format of ['A4', 'Letter'] as const) {
    const sheets = sheetsOf(await page.pdf({ format }))
    assert.ok(sheets.length > 4, `${sheets.length} sheets`)
    for (const at of heights.keys()) {
      const on = (end: number) => sheets.flatMap((colours, sheet) => (colours.has(`254 ${at} ${end}`) ? [sheet] : []))
      assert.equal(on(1).length, 1, `${format}: the top of diagram ${at} is on the sheets ${on(1)}`)
      assert.deepEqual(on(2), on(1), `${format}: diagram ${at} begins on sheet ${on(1)} and ends on ${on(2)}`)
    }
  }
  await page.close()
})

/** Returns the fill colours of each sheet, as numbers up to 255. Reads only PDF as Chromium writes it. */
function sheetsOf(pdf: Buffer): readonly ReadonlySet<string>[] {
  const objects = new Map(
    Array.from(pdf.toString('latin1').matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g), ([, id, body = '']) => [
      id,
      body,
    ]),
  )
  const sheets = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))
  return sheets.map((body) => {
    const object = objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1]) ?? ''
    const [, stream = ''] = /stream\n([\s\S]*)\nendstream$/.exec(object) ?? []
    const orders = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    return new Set(
      Array.from(orders.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g), ([, ...parts]) =>
        parts.map((part) => Math.round(Number(part) * 255)).join(' '),
      ),
    )
  })
}
