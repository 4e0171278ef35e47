import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { compileAbout, compileVocabulary, isConcept, readVocabulary } from '../../build/vocabulary/compile.ts'
import { parseVocabulary } from '../../build/vocabulary/parse.ts'
import { isTitles, problemsOf } from '../../build/vocabulary/problems.ts'
import { stepsOf } from '../../build/vocabulary/steps.ts'
import { readText, scanText } from '../../src/reading/prose/scan.ts'
import { topics } from '../../src/reading/sections/topics.ts'
import { createLexicon } from '../../src/reading/vocabulary/lexicon.ts'
import { createPhrase, phraseEnd } from '../../src/reading/vocabulary/phrases.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const files = await readVocabulary()

test('the vocabulary has no duplicates, is sorted, and gives a reason for each exception', () => {
  assert.deepEqual(problemsOf(files), [])
})

test('every concept file names the sources that use the concept, and each of them does', () => {
  const sources = execFileSync('git', ['ls-files', 'src'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts'))
  const wrong = files
    .filter((file) => isConcept(file) || isTitles(file))
    .flatMap(({ path, name, askedBy }) =>
      askedBy.length === 0
        ? [`${path}: nobody asks for it`]
        : askedBy
            .filter(
              (asker) =>
                !sources.some(
                  (file) =>
                    file.endsWith(`/${asker}.ts`) && readFileSync(`${root}${file}`, 'utf8').includes(`'${name}'`),
                ),
            )
            .map((asker) => `${path}: ${asker} does not`),
    )
  assert.deepEqual(wrong, [])
})

test('src/generated/vocabulary matches the vocabulary files (`npm run generate` writes it)', () => {
  for (const [name, text] of [
    ['vocabulary', compileVocabulary(files)],
    ['about', compileAbout(files)],
  ] as const) {
    const shipped = readFileSync(new URL(`../../src/generated/vocabulary/${name}.ts`, import.meta.url), 'utf8')
    assert.ok(shipped === text, `src/generated/vocabulary/${name}.ts is of another vocabulary`)
  }
})

suite('a redundant or invalid line is refused', () => {
  for (const [lines, expected] of [
    [['retry', 'retry'], 'x.txt:4: line 3 says so already: `retry`'],
    [['scal*', 'scaling'], 'x.txt:4: line 3 says so already: `scal*`'],
    [['rate limit*', 'rate-limits'], 'x.txt:4: line 3 says so already: `rate limit*`'],
    [['a b', 'a|c b'], 'x.txt:3: line 4 says so already: `a|c b` takes in `a b`'],
    [['b', 'a'], 'x.txt:4: stands before `b` by its letters'],
    [['a', '! a b'], 'x.txt:4: an exception needs its reason, behind `#`'],
    [['a', '', '[fr]', 'b', '', '[de]', 'c'], 'x.txt: English first, then other languages by their letters, each once'],
    [['c++'], 'x.txt:3: `c++` is no word that a text is divided into'],
    [['a {nothing}'], 'x.txt:3: there is no list {nothing}'],
    [['a ..2 b'], 'x.txt:3: there is no list {negation}'],
    [['a $'], 'x.txt:3: there is no list {joint}'],
    [['(a) b'], 'x.txt:3: it has to begin with a word that is always there'],
    [['a ..9 b ..9 c ..9 d'], 'x.txt:3: it may take 31 words, more than 30'],
    [['a ) b'], 'x.txt:3: what is `)`?'],
    [['*dienst', 'fahrdienst'], 'x.txt:4: line 3 says so already: `*dienst`'],
    [['*dienst neu'], 'x.txt:3: `*dienst` is no word that a text is divided into'],
  ] as const)
    test(lines.join(' · '), () => {
      const file = parseVocabulary('x.txt', ['# Letters.', '', ...lines].join('\n'))
      assert.deepEqual(problemsOf([file]), [expected])
    })
  test('a list that no line refers to', () => {
    const list = parseVocabulary('vocabulary/lists/letters.txt', '# Letters.\n\na')
    const user = parseVocabulary('x.txt', '# Letters.\n\nb {letters}')
    assert.deepEqual(problemsOf([list, user]), [])
    assert.deepEqual(problemsOf([list]), ['vocabulary/lists/letters.txt: no line reads it'])
  })
  test('a file without a sentence on its meaning', () => {
    assert.deepEqual(problemsOf([parseVocabulary('x.txt', 'a')]), [
      'x.txt:1: begin with a sentence that says what it means',
    ])
  })
})

/** The part of a text that a phrase matches at its start. */
const found = (phrase: string, text: string): string => {
  const tokens = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word: word.toLowerCase(),
    isNumber: /^\d/.test(word),
  }))
  const lists = { part: ['server', 'load balancer', 'service*'], joint: ['for', 'and'], negation: ['not'] }
  const end = phraseEnd(text, tokens, 0, createPhrase(stepsOf(phrase), lists))
  return end === 0 ? '' : text.slice(0, tokens[end - 1]?.end)
}

suite('a phrase', () => {
  for (const [phrase, text, expected] of [
    ['load balanc*', 'load-balanced traffic', 'load-balanced'],
    ['load balanc*', 'load. Balanced', ''],
    ['a|the_old server', 'the old server', 'the old server'],
    ['old|very_old server', 'very old server', 'very old server'],
    ['a (very|quite) old server', 'a server', ''],
    ['a (very|quite) old server', 'a old server', 'a old server'],
    ['a (very|quite) old server', 'a quite old server', 'a quite old server'],
    ['one (of the) servers', 'one of the servers', 'one of the servers'],
    ['one {part}', 'one load balancer', 'one load balancer'],
    ['one {part}', 'one services', 'one services'],
    ['one {part}', 'one load test', ''],
    ['if ..3 fails', 'if fails', 'if fails'],
    ['if ..3 fails', 'if the old server fails and fails', 'if the old server fails'],
    ['if ..3 fails', 'if the very old server fails', ''],
    ['if ..3 fails', 'if it does not fails', ''],
    ['if ..3 fails', 'if so; it fails', ''],
    ['if ..3 fails', 'if, say, it fails', 'if, say, it fails'],
    ['no backups $', 'no backups', 'no backups'],
    ['no backups $', 'no backups for it', 'no backups'],
    ['no backups $', 'no backups script', ''],
    ['all {8+} services', 'all 12 services', 'all 12 services'],
    ['all {8+} services', 'all twelve services', 'all twelve services'],
    ['all {8+} services', 'all 7 services', ''],
    ['learn {Name}', 'learn Kafka', 'learn Kafka'],
    ['learn {Name}', 'learn more', ''],
    ["can't go", 'can’t go', 'can’t go'],
  ] as const) {
    test(`${phrase} in “${text}”`, () => assert.equal(found(phrase, text), expected))
  }

  test('is matched in less than quadratic time on long repetitive texts', () => {
    for (const text of ['a '.repeat(50_000), 'if '.repeat(50_000), 'one load '.repeat(25_000)]) {
      const before = performance.now()
      assert.equal(found('if ..9 so ..9 on ..9 off', text), '')
      scanText(text)
      assert.ok(performance.now() - before < 20_000)
    }
  })
})

test('a hit inside an exception does not count, and is listed with the file that silences it', () => {
  assert.equal(scanText('by dependency injection').concepts.has('threat'), false)
  const { hits } = readText('by dependency injection and injection')
  assert.deepEqual(
    hits.filter(({ concept }) => concept === 'threat').map(({ start, silenced }) => [start, silenced?.file]),
    [
      [14, 'vocabulary/idioms/void.txt'],
      [28, undefined],
    ],
  )
})

test('a technology is a hit for the concept of its kind, with technologies.txt as the source', () => {
  const [hit] = scanText('Kafka').hits.filter(({ concept }) => concept === 'heavyweight')
  assert.equal(hit?.term.file, 'vocabulary/technologies.txt')
})

suite('a title', () => {
  const { requirements, openQuestions, dataModel } = topics
  for (const [topic, title, expected] of [
    [requirements, 'requirements and goals', true],
    [requirements, 'system requirements', true],
    [requirements, 'requirements of the client', false],
    [requirements, 'the requirements', false],
    [openQuestions, 'open questions and next steps', true],
    [openQuestions, 'open questions today', false],
    [dataModel, '数据模型', true],
    [dataModel, '', false],
    [dataModel, 'data '.repeat(100).trim(), false],
  ] as const)
    test(`${title.slice(0, 40)} ${expected ? 'is' : 'is not'} known`, () => assert.equal(topic.test(title), expected))
})

suite('the last part of a German compound', () => {
  const concepts = { aim: { file: 'x.txt', terms: ['*dienst', 'dienstag'] } }
  const lexicon = createLexicon({ concepts, lists: {}, technologies: [], technologyFile: '' }, [])
  for (const [word, isFound] of [
    ['Dienst', true],
    ['Auftragsdienst', true],
    ['Auftragsdienste', true],
    ['Auftragsdiensten', true],
    ['Auftragsdienstes', true],
    ['Auftragsdienstleister', false],
    ['Dienstag', true],
    ['Dienstplan', false],
    ['ienst', false],
    ['st', false],
    ['e', false],
  ] as const)
    test(`${word} is ${isFound ? '' : 'not '}found`, () => {
      assert.equal(lexicon.lookUp(word).entries.length, isFound ? 1 : 0)
    })
})
