import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFakeWorker, settle, setUp } from '../util/fakeWorkers.ts'

test('no worker is started before there is a diagram to check', async () => {
  const { checker, workers, worker } = setUp()
  assert.equal(workers.length, 0)
  const answer = checker.check('mermaid', 'one')
  await settle()
  assert.deepEqual(worker(0).last(), { id: 1, source: 'one' })
  worker(0).start()
  worker(0).answer('bad')
  assert.deepEqual(await answer, [{ reason: 'bad', start: 0, end: 1 }])
})

test('diagrams are checked one at a time, and the same source only once', async () => {
  const { checker, worker } = setUp()
  const answers = [checker.check('mermaid', 'one'), checker.check('mermaid', 'two'), checker.check('mermaid', 'two')]
  await settle()
  assert.equal(worker(0).asked.length, 1)
  worker(0).start()
  worker(0).answer()
  await settle()
  assert.equal(worker(0).asked.length, 2)
  worker(0).start()
  worker(0).answer('bad')
  assert.deepEqual(
    (await Promise.all(answers)).map((problems) => problems.length),
    [0, 1, 1],
  )
  assert.equal((await checker.check('mermaid', 'two')).length, 1)
  assert.equal(worker(0).asked.length, 2)
})

test('a diagram that times out twice gets a cached problem, and does not delay the next one', async () => {
  const { checker, worker, workers, timers } = setUp({ timeout: 1000 })
  const slow = checker.check('mermaid', '\n  flowchart LR \n  A')
  const next = checker.check('mermaid', 'two')
  await settle()
  timers.advance(5000)
  assert.equal(worker(0).isTerminated, false, 'loading does not count')
  worker(0).start()
  timers.advance(999)
  assert.equal(worker(0).isTerminated, false)
  timers.advance(1)
  assert.equal(worker(0).isTerminated, true)
  await settle()
  worker(1).start()
  worker(1).answer()
  assert.deepEqual(await next, [])
  await settle()
  worker(1).start()
  timers.advance(4999)
  assert.equal(worker(1).isTerminated, false)
  timers.advance(1)
  const expected = [{ reason: 'This diagram takes too long to check', start: 3, end: 15 }]
  assert.deepEqual(await slow, expected)
  assert.deepEqual(await checker.check('mermaid', '\n  flowchart LR \n  A'), expected)
  assert.equal(workers.length, 2)
})

test('an answer that arrived while the event loop was blocked counts as in time', async () => {
  const { checker, worker, workers, timers } = setUp()
  const answer = checker.check('mermaid', 'one')
  await settle()
  worker(0).start()
  timers.advance(3000, () => worker(0).answer('in time'))
  assert.deepEqual(await answer, [{ reason: 'in time', start: 0, end: 1 }])
  assert.equal(worker(0).isTerminated, false)
  assert.equal(workers.length, 1)
})

test('a diagram that timed out on a busy machine gets a second try', async () => {
  const { checker, worker, timers } = setUp({ timeout: 1000 })
  const answer = checker.check('mermaid', 'one')
  await settle()
  worker(0).start()
  timers.advance(1000)
  const again = checker.check('mermaid', 'one')
  await settle()
  worker(1).start()
  worker(1).answer('bad')
  assert.deepEqual(await answer, [{ reason: 'bad', start: 0, end: 1 }])
  assert.equal(await again, await answer)
})

test('a worker that crashes yields no problems and is replaced', async () => {
  const { checker, worker, workers, logged } = setUp()
  const first = checker.check('mermaid', 'one')
  await settle()
  worker(0).start()
  worker(0).crash()
  assert.deepEqual(await first, [])
  assert.match(logged.join(), /out of memory/)
  assert.deepEqual(await checker.check('mermaid', 'one'), [], 'what broke one worker is not given to the next')
  const second = checker.check('mermaid', 'two')
  await settle()
  worker(1).failParsing('a bug')
  assert.deepEqual(await second, [])
  assert.equal(workers.length, 2)
})

test('with `ahead`, a worker gets several diagrams at once, and its replacement gets those left over', async () => {
  const { checker, worker, workers, timers } = setUp({ ahead: 2 })
  const answers = ['one', 'two', 'three'].map((source) => checker.check('mermaid', source))
  const askedOf = (index: number) => worker(index).asked.map(({ source }) => source)
  await settle()
  assert.deepEqual(askedOf(0), ['one', 'two'])
  const [one, two] = worker(0).asked
  worker(0).start(one)
  worker(0).answer('bad', one)
  assert.deepEqual(askedOf(0), ['one', 'two', 'three'])
  worker(0).start(two)
  timers.advance(1000)
  await settle()
  assert.equal(workers.length, 2)
  assert.deepEqual(askedOf(1), ['three', 'two'], 'what took too long has its second try at the end')
  for (const request of worker(1).asked) {
    worker(1).start(request)
    worker(1).answer(request.source, request)
  }
  const reasons = (await Promise.all(answers)).flatMap((problems) => problems.map(({ reason }) => reason))
  assert.deepEqual(reasons, ['bad', 'two', 'three'])
})

test('a worker that fails to start is started again for the next diagram', async () => {
  let tries = 0
  const failing = setUp({
    spawn: () => {
      tries++
      throw new Error('no file')
    },
  })
  assert.deepEqual(await failing.checker.check('mermaid', 'one'), [])
  assert.deepEqual(await failing.checker.check('mermaid', 'one'), [])
  assert.equal(tries, 2)

  const { checker, worker, timers } = setUp({ startTimeout: 3000 })
  const silent = checker.check('mermaid', 'one')
  await settle()
  timers.advance(3000)
  assert.deepEqual(await silent, [])
  assert.equal(worker(0).isTerminated, true)
})

test('an idle worker is terminated, unless it gets work before the timeout', async () => {
  const { checker, worker, workers, timers } = setUp({ idleTimeout: 60_000 })
  const ask = async (source: string, index: number) => {
    const answer = checker.check('mermaid', source)
    await settle()
    worker(index).start()
    worker(index).answer()
    await answer
  }
  await ask('one', 0)
  timers.advance(59_999)
  await ask('two', 0)
  timers.advance(59_999)
  assert.equal(worker(0).isTerminated, false)
  timers.advance(1)
  assert.equal(worker(0).isTerminated, true)
  await ask('three', 1)
  assert.equal(workers.length, 2)
})

test('a diagram longer than mermaid draws is reported without being parsed', async () => {
  const { checker, workers } = setUp()
  const [problem] = await checker.check('mermaid', `flowchart LR\n${' '.repeat(60_000)}A`)
  assert.deepEqual(problem, {
    reason: 'This diagram is too long to draw: 60,014 characters, at most 50,000 allowed',
    start: 0,
    end: 12,
  })
  assert.equal(workers.length, 0)
})

test('a diagram whose check was aborted is skipped', async () => {
  const { checker, worker } = setUp()
  const stop = new AbortController()
  const first = checker.check('mermaid', 'one')
  const second = checker.check('mermaid', 'two', stop.signal)
  const third = checker.check('mermaid', 'three')
  stop.abort()
  await settle()
  worker(0).answer()
  await settle()
  assert.equal(worker(0).last().source, 'three')
  worker(0).answer()
  assert.deepEqual(await Promise.all([first, second, third]), [[], [], []])
  assert.deepEqual(await checker.check('mermaid', 'four', stop.signal), [])
})

test('the least recently used answers are dropped when the cache is full', async () => {
  const { checker, worker } = setUp({ cacheSize: 700 })
  const ask = async (source: string) => {
    const before = worker(0).asked.length
    const answer = checker.check('mermaid', source)
    await settle()
    if (worker(0).asked.length > before) worker(0).answer()
    await answer
    return worker(0).asked.length - before
  }
  const first = checker.check('mermaid', 'start')
  await settle()
  worker(0).answer()
  await first
  assert.equal(await ask('a'.repeat(100)), 1)
  assert.equal(await ask('b'.repeat(100)), 1)
  assert.equal(await ask('a'.repeat(100)), 0)
  assert.equal(await ask('c'.repeat(100)), 1)
  assert.equal(await ask('a'.repeat(100)), 0, 'asked for lately')
  assert.equal(await ask('b'.repeat(100)), 1, 'asked for long ago')
})

test('dispose answers pending checks with no problems, and leaves no worker or timer behind', async () => {
  const { checker, worker, timers } = setUp()
  const answers = [checker.check('mermaid', 'one'), checker.check('mermaid', 'two')]
  await settle()
  worker(0).start()
  checker.dispose()
  assert.deepEqual(await Promise.all(answers), [[], []])
  assert.equal(worker(0).isTerminated, true)
  assert.equal(timers.count, 0)
  assert.deepEqual(await checker.check('mermaid', 'three'), [])
})

test('a checker that is disposed while its worker starts terminates that worker', async () => {
  const started = Promise.withResolvers<ReturnType<typeof createFakeWorker>>()
  const { checker } = setUp({ spawn: () => started.promise })
  const answer = checker.check('mermaid', 'one')
  checker.dispose()
  const worker = createFakeWorker()
  started.resolve(worker)
  assert.deepEqual(await answer, [])
  await settle()
  assert.equal(worker.isTerminated, true)
})
