import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { lint } from '../util/linting.ts'

test('the fix of measurable-requirement inserts a placeholder, which no-placeholder then reports', async () => {
  const text = '# Note: Use a queue\n\n## Goals\n\n- The list must be fast to load.\n'
  const [found] = (await lint(text, undefined, 'note')).filter(({ ruleId }) => ruleId === 'measurable-requirement')
  const mended = applyEdits(text, found?.fixes?.[0]?.edits ?? [])
  assert.match(mended, /^- The list must be fast \(\[Number, unit, condition\]\) to load\.$/m)
  const left = (await lint(mended, undefined, 'note')).map(({ ruleId }) => ruleId)
  assert.ok(left.includes('no-placeholder'))
  assert.ok(!left.includes('measurable-requirement'))
})

test('German demands are read, too', async () => {
  const found = async (words: string) =>
    (await lint(`# Note: Warteschlange\n\n## Ziele\n\n- ${words}\n`, undefined, 'note')).some(
      ({ ruleId }) => ruleId === 'measurable-requirement',
    )
  for (const words of [
    'Die Kasse muss schnell antworten.',
    'Die Oberfläche soll benutzerfreundlich sein.',
    'Der Dienst ist hochverfügbar und skalierbar.',
    'Hohe Verfügbarkeit der Kasse',
  ])
    assert.ok(await found(words), words)
  for (const words of [
    'Die Kasse antwortet schnell: 95 % der Anfragen in 200 ms.',
    'Der Export muss nicht schnell sein.',
    'Der Import ist heute zu schnell für das Lager.',
  ])
    assert.ok(!(await found(words)), words)
})

test('what a sentence sets aside is no requirement, even under such a heading', async () => {
  const foundIn = async (words: string) =>
    (await lint(`# Note: Use a queue\n\n## Goals\n\n40 orders a second.\n\n${words}\n`, undefined, 'note')).filter(
      ({ ruleId }) => ruleId === 'measurable-requirement',
    ).length
  assert.equal(await foundIn('The dashboards must be real-time.'), 1)
  for (const words of ['Out of scope: real-time dashboards.', '**Non-goals:** dashboards must be real-time.'])
    assert.equal(await foundIn(words), 0, words)
})

test('behind a label in English, a text in another script may give its figure in words', async () => {
  const said = async (performance: string) => {
    const text = `# Note: Use a queue\n\n## Quality Attributes\n\n- **Performance**: ${performance}\n`
    return (await lint(text, undefined, 'note')).flatMap(({ ruleId, reason }) =>
      ruleId === 'measurable-requirement' ? reason : [],
    )
  }
  assert.deepEqual(await said('캐시로 밀리초 단위 응답을 보장한다.'), [])
  for (const text of [
    'Antwort in unter einer Sekunde',
    'réponse en moins d’une seconde',
    'responses in under one second',
    'no data loss',
  ])
    assert.deepEqual(await said(text), [], text)
  for (const text of ['caching of all lists', 'caching of all lists for the office in Москва'])
    assert.deepEqual(
      await said(text),
      ['`Performance` has no figure: give one with a unit, and say when it applies'],
      text,
    )
})

/** The words that are reported in one requirement. */
async function reportedIn(requirement: string): Promise<readonly string[]> {
  const text = `# Note: Use a queue\n\n## Requirements\n\n- ${requirement}\n`
  const messages = await lint(text, undefined, 'note')
  return messages.flatMap(({ ruleId, start, end }) =>
    ruleId === 'measurable-requirement' ? [text.slice(start, end)] : [],
  )
}

test('a quality that is denied, spelled out or part of a name is not reported', async () => {
  for (const requirement of [
    'The export need not be fast.',
    'Speed is no goal: a fast import is not needed.',
    'Robust: a corrupt file never stops the import.',
    'Reliable delivery: each event is delivered at least once.',
    'Rules must be easy to change, that is, without a deployment.',
    'Responsive layout for phones and tablets.',
    'A clerk approves quickly, i.e. with one key.',
    'Search is fast: the load test in CI checks it.',
  ])
    assert.deepEqual(await reportedIn(requirement), [], requirement)
  assert.deepEqual(await reportedIn('The service must be fast and not lose data.'), ['fast'])
  assert.deepEqual(await reportedIn('It must not lose orders while remaining highly available.'), ['highly available'])
  assert.deepEqual(await reportedIn('The search must be fast so that clerks do not wait.'), ['fast'])
})

test('a word that judges is reported if the sentence sounds like a quality without a figure', async () => {
  for (const [requirement, words] of Object.entries({
    'Booking a berth must be easy for people who are new to it.': 'easy',
    'Switching between two halls should not take too long.': 'too long',
    'Failed prints should be rare.': 'rare',
    'Reports appear without noticeable delay.': 'noticeable',
    'Adding another scanner type shall be straightforward.': 'straightforward',
    'The signing key is handled with reasonable care and in a timely manner.': 'reasonable',
    'A clear and intuitive user interface': 'clear',
    'Usability: the forms must be easy to fill in for everybody.': 'easy',
  }))
    assert.deepEqual(await reportedIn(requirement), [words], requirement)
})

test('a word that judges is not reported in a function, a name, or a quality that can be seen', async () => {
  for (const requirement of [
    'A skipper can share a short link to the berth.',
    'The importer reads clean and damaged files alike.',
    'Orders with low priority are printed after the others.',
    'The stable channel gets a release after the beta.',
    'Installing is easy: one file to copy, no settings.',
    'The simple view hides the columns for customs.',
    'As a clerk, I want to mark a berth as safe for children.',
    'Adding a scanner is as easy as writing one class, as well as its test.',
  ])
    assert.deepEqual(await reportedIn(requirement), [], requirement)
})
