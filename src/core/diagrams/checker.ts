import { rangeOfLine } from '../text/sourceLines.ts'
import type { DiagramProblem } from './engine.ts'
import { createProblemCache, type ProblemCache } from './problemCache.ts'

/** What the checker sends to a worker. */
export interface WorkerRequest {
  readonly id: number
  readonly source: string
}

/** What a worker answers: that the engine is loaded and parsing begins, then what came of it. */
export type WorkerResponse =
  | { readonly id: number; readonly started: true }
  | { readonly id: number; readonly problems: readonly DiagramProblem[] }
  | { readonly id: number; readonly error: string }

/** The little that a Web Worker and a thread of Node have in common. */
export interface WorkerLike {
  postMessage(message: WorkerRequest): void
  onMessage(listener: (message: WorkerResponse) => void): void
  /** Called when the worker broke down and will answer no more. */
  onError(listener: (error: unknown) => void): void
  terminate(): void
}

/** An AbortSignal, or anything like it. */
export interface CancelSignal {
  readonly aborted: boolean
}

export interface Timers {
  set(work: () => void, milliseconds: number): unknown
  clear(timer: unknown): void
}

export interface DiagramCheckerOptions {
  /** Starts the worker of an engine; called again whenever one was killed, broke down or was idle for long. */
  readonly spawn: (engine: string) => WorkerLike | Promise<WorkerLike>
  /** How long parsing one diagram may take at the first try, in milliseconds; at the second, five times that. Absent: 1000. */
  readonly timeout?: number
  /** How long a worker may take to load an engine, in milliseconds. Absent: 15000. */
  readonly startTimeout?: number
  /** After how long without work a worker is let go, in milliseconds. Absent: 60000. */
  readonly idleTimeout?: number
  /** What remembered answers may take, in bytes. Absent: 4000000. */
  readonly cacheSize?: number
  /** Longest diagram that is looked at, in UTF-16 units. Absent: 50000, as much as mermaid draws. */
  readonly maxLength?: number
  /** Told why a check yielded nothing though it should have. */
  readonly log?: (message: string) => void
  /** Absent: the ones of the platform. */
  readonly timers?: Timers
}

export interface DiagramChecker {
  /** What is wrong in a diagram. Never rejects; resolves to nothing when cancelled, disposed or broken down. */
  check(engine: string, source: string, signal?: CancelSignal): Promise<readonly DiagramProblem[]>
  /** Lets go of all workers and of all that waits. */
  dispose(): void
}

/** What one worker sees to. */
interface Lane {
  check(source: string, signal?: CancelSignal): Promise<readonly DiagramProblem[]>
  dispose(): void
}

interface Job extends WorkerRequest {
  /** On a busy machine any diagram may take too long: once it goes to the end of the line, and gets more time. */
  readonly isSecondTry: boolean
  readonly signals: (CancelSignal | undefined)[]
  readonly answer: Promise<readonly DiagramProblem[]>
  readonly settle: (problems: readonly DiagramProblem[]) => void
}

declare const setTimeout: (work: () => void, milliseconds: number) => unknown
declare const clearTimeout: (timer: unknown) => void

const platformTimers: Timers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds),
  clear: (timer) => clearTimeout(timer),
}

/** Has a worker for each engine that is asked for, so that no parser loads where there is nothing to parse for it. */
export function createDiagramChecker(options: DiagramCheckerOptions): DiagramChecker {
  const cache = createProblemCache(options.cacheSize ?? 4_000_000)
  const lanes = new Map<string, Lane>()
  let isDisposed = false
  return {
    async check(engine, source, signal) {
      if (isDisposed) return []
      const lane = lanes.get(engine) ?? createLane(engine, options, cache)
      lanes.set(engine, lane)
      return lane.check(source, signal)
    },
    dispose() {
      isDisposed = true
      for (const lane of lanes.values()) lane.dispose()
    },
  }
}

/** Checks diagrams one after another in a worker that is killed when a diagram keeps it too long. */
function createLane(engine: string, options: DiagramCheckerOptions, cache: ProblemCache): Lane {
  const { spawn, timeout = 1000, startTimeout = 15_000, idleTimeout = 60_000, maxLength = 50_000 } = options
  const { log = () => undefined, timers = platformTimers } = options
  const waiting: Job[] = []
  let current: Job | undefined
  let worker: WorkerLike | undefined
  let timer: unknown
  let nextId = 1
  let hasStarted = false
  let isDisposed = false

  const setTimer = (work: () => void, milliseconds: number) => {
    timers.clear(timer)
    timer = timers.set(work, milliseconds)
  }

  const letGo = () => {
    timers.clear(timer)
    worker?.terminate()
    worker = undefined
  }

  /** Ends the current check; an answer that is not given to the cache is asked for again the next time. */
  const finish = (problems: readonly DiagramProblem[], isFinal: boolean) => {
    const job = current
    current = undefined
    if (job && isFinal) cache.set(engine, job.source, problems)
    job?.settle(problems)
    void next()
  }

  const breakDown = (reason: string, isFinal: boolean) => {
    log(reason)
    letGo()
    finish([], isFinal)
  }

  const giveUp = (job: Job) => {
    const { isSecondTry, source } = job
    letGo()
    if (isSecondTry) return finish([{ reason: 'This diagram takes too long to check', ...rangeOfLine(source) }], true)
    waiting.push({ ...job, isSecondTry: true })
    current = undefined
    void next()
  }

  const receive = (from: WorkerLike, message: WorkerResponse) => {
    if (from !== worker || message.id !== current?.id) return
    const job = current
    if ('started' in message) {
      setTimer(() => giveUp(job), job.isSecondTry ? 5 * timeout : timeout)
      hasStarted = true
    } else if ('problems' in message) finish(message.problems, true)
    else {
      log(message.error)
      finish([], true)
    }
  }

  const start = async (): Promise<WorkerLike> => {
    const started = await spawn(engine)
    started.onMessage((message) => receive(started, message))
    started.onError((error) => {
      // A diagram that breaks the worker while it is parsed would break the next worker too: no second try.
      if (started === worker) breakDown(`The diagram worker broke down: ${String(error)}`, hasStarted)
    })
    return started
  }

  /** The next check that somebody still waits for. */
  const take = (): Job | undefined => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      if (!job.signals.every((signal) => signal?.aborted)) return job
      job.settle([])
    }
    return undefined
  }

  const next = async (): Promise<void> => {
    if (current || isDisposed) return
    const job = take()
    if (!job) {
      if (worker) setTimer(letGo, idleTimeout)
      return
    }
    current = job
    hasStarted = false
    setTimer(() => breakDown('The diagram worker did not start', false), startTimeout)
    try {
      const ready = worker ?? (await start())
      // While it started, the checker may have been disposed or have given up on it.
      if (isDisposed || current !== job) return ready.terminate()
      worker = ready
      ready.postMessage({ id: job.id, source: job.source })
    } catch (error) {
      if (current === job) breakDown(`The diagram worker could not be started: ${String(error)}`, false)
    }
  }

  return {
    check(source, signal) {
      if (isDisposed || signal?.aborted) return Promise.resolve([])
      if (source.length > maxLength) {
        const reason = `This diagram is too long to be drawn: ${count(source.length)} characters of at most ${count(maxLength)}`
        return Promise.resolve([{ reason, ...rangeOfLine(source) }])
      }
      const known = cache.get(engine, source)
      if (known) return Promise.resolve(known)
      const same = [current, ...waiting].find((job) => job?.source === source)
      if (same) {
        same.signals.push(signal)
        return same.answer
      }
      let settle: Job['settle'] = () => undefined
      const answer = new Promise<readonly DiagramProblem[]>((resolve) => {
        settle = resolve
      })
      waiting.push({ id: nextId++, isSecondTry: false, source, signals: [signal], answer, settle })
      void next()
      return answer
    },
    dispose() {
      isDisposed = true
      letGo()
      for (const job of [current, ...waiting.splice(0)]) job?.settle([])
      current = undefined
    },
  }
}

const count = (number: number): string => number.toLocaleString('en')
