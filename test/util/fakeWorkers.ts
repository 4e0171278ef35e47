import assert from 'node:assert/strict'
import { createDiagramChecker, type DiagramCheckerOptions } from '../../src/core/diagrams/checker.ts'
import type { WorkerRequest, WorkerResponse } from '../../src/core/diagrams/checkerWorker.ts'

/** A worker that gives only the answers that a test tells it to. */
export const createFakeWorker = () => {
  let receive: (message: WorkerResponse) => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const asked: WorkerRequest[] = []
  const worker = {
    asked,
    isTerminated: false,
    postMessage: (message: WorkerRequest) => void asked.push(message),
    onMessage: (listener: typeof receive) => {
      receive = listener
    },
    onError: (listener: typeof fail) => {
      fail = listener
    },
    terminate: () => {
      worker.isTerminated = true
    },
    last: (): WorkerRequest => asked.at(-1) ?? { id: -1, source: '' },
    start: (request?: WorkerRequest) => receive({ id: (request ?? worker.last()).id, started: true }),
    answer: (reason?: string, request?: WorkerRequest) =>
      receive({ id: (request ?? worker.last()).id, problems: reason ? [{ reason, start: 0, end: 1 }] : [] }),
    failParsing: (error: string) => receive({ id: worker.last().id, error }),
    crash: () => fail(new Error('out of memory')),
  }
  return worker
}

/** A clock that a test advances by hand. */
const createClock = () => {
  let timers: { work: () => void; due: number }[] = []
  let now = 0
  return {
    set: (work: () => void, milliseconds: number): unknown => {
      const timer = { work, due: now + milliseconds }
      timers.push(timer)
      return timer
    },
    clear: (timer: unknown) => {
      timers = timers.filter((other) => other !== timer)
    },
    /** @param meanwhile runs after the timers that are due, and before any timer that these set */
    advance: (milliseconds: number, meanwhile: () => void = () => undefined) => {
      now += milliseconds
      const ring = () => {
        const due = timers.filter((timer) => timer.due <= now)
        timers = timers.filter((timer) => timer.due > now)
        for (const { work } of due) work()
        return due.length > 0
      }
      ring()
      meanwhile()
      while (ring());
    },
    get count() {
      return timers.length
    },
  }
}

/** A checker with workers and a clock that the test controls. */
export const setUp = (options: Partial<DiagramCheckerOptions> = {}) => {
  const workers: ReturnType<typeof createFakeWorker>[] = []
  const timers = createClock()
  const logged: string[] = []
  const spawn = () => {
    const worker = createFakeWorker()
    workers.push(worker)
    return worker
  }
  const checker = createDiagramChecker({ spawn, timers, log: (message) => logged.push(message), ...options })
  const worker = (index: number) => {
    const found = workers[index]
    assert(found, `no worker ${index}`)
    return found
  }
  return { checker, workers, worker, timers, logged }
}

/** Lets the callbacks of settled promises run. */
export const settle = () => new Promise((resolve) => setImmediate(resolve))
