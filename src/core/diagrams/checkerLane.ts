/** One worker of the diagram checker and the diagrams that wait for it: one after another, none for too long. */

import { rangeOfLine } from '../text/sourceLines.ts'
import type { WorkerLike, WorkerRequest, WorkerResponse } from './checkerWorker.ts'
import type { DiagramProblem } from './engine.ts'
import type { ProblemCache } from './problemCache.ts'

/** An AbortSignal, or anything like it. */
export interface CancelSignal {
  readonly aborted: boolean
}

export interface Timers {
  set(work: () => void, milliseconds: number): unknown
  clear(timer: unknown): void
}

export interface LaneOptions {
  /** Starts the worker of an engine; called again whenever one was killed, broke down or was idle for long. */
  readonly spawn: (engine: string) => WorkerLike | Promise<WorkerLike>
  /** How long parsing one diagram may take at the first try, in milliseconds; at the second, five times that. Absent: 1000. */
  readonly timeout?: number
  /** How many diagrams a worker is given at once, so that it need not wait for a busy thread between them. Absent: 1. */
  readonly ahead?: number
  /** How long a worker may take to load an engine, in milliseconds. Absent: 15000. */
  readonly startTimeout?: number
  /** After how long without work a worker is let go, in milliseconds. Absent: 60000. */
  readonly idleTimeout?: number
  /** Longest diagram that is looked at, in UTF-16 units. Absent: 50000, as much as mermaid draws. */
  readonly maxLength?: number
  /** Told why a check yielded nothing though it should have. */
  readonly log?: (message: string) => void
  /** Absent: the ones of the platform. */
  readonly timers?: Timers
}

/** What one worker sees to. */
export interface Lane {
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

/** What a lane knows. */
interface LaneState {
  readonly engine: string
  readonly options: LaneOptions
  readonly cache: ProblemCache
  readonly timers: Timers
  readonly waiting: Job[]
  /** Those that the worker has, or will have when it is there, in its order: the first one is parsed. */
  readonly taken: Job[]
  worker: WorkerLike | undefined
  timer: unknown
  nextId: number
  /** Whether the worker has begun to parse the current diagram. */
  hasStarted: boolean
  isDisposed: boolean
}

/** Checks diagrams one after another in a worker that is killed when a diagram keeps it too long. */
export function createLane(engine: string, options: LaneOptions, cache: ProblemCache): Lane {
  const lane: LaneState = {
    engine,
    options,
    cache,
    timers: options.timers ?? platformTimers,
    waiting: [],
    taken: [],
    worker: undefined,
    timer: undefined,
    nextId: 1,
    hasStarted: false,
    isDisposed: false,
  }
  const { maxLength = 50_000 } = options
  return {
    check(source, signal) {
      if (lane.isDisposed || signal?.aborted) return Promise.resolve([])
      if (source.length > maxLength) {
        const reason = `This diagram is too long to draw: ${count(source.length)} characters, at most ${count(maxLength)} allowed`
        return Promise.resolve([{ reason, ...rangeOfLine(source) }])
      }
      const known = cache.get(engine, source)
      return known ? Promise.resolve(known) : enqueue(lane, source, signal)
    },
    dispose() {
      lane.isDisposed = true
      letGo(lane)
      for (const job of [...lane.taken.splice(0), ...lane.waiting.splice(0)]) job.settle([])
    },
  }
}

/** The same diagram is checked once for all who ask meanwhile. */
function enqueue(
  lane: LaneState,
  source: string,
  signal: CancelSignal | undefined,
): Promise<readonly DiagramProblem[]> {
  const same = [...lane.taken, ...lane.waiting].find((job) => job.source === source)
  if (same) {
    same.signals.push(signal)
    return same.answer
  }
  let settle: Job['settle'] = () => undefined
  const answer = new Promise<readonly DiagramProblem[]>((resolve) => {
    settle = resolve
  })
  lane.waiting.push({ id: lane.nextId++, isSecondTry: false, source, signals: [signal], answer, settle })
  next(lane)
  return answer
}

/** Takes on what waits, and begins with the first of it if the one before is done. */
function next(lane: LaneState): void {
  if (lane.isDisposed) return
  const { ahead = 1, idleTimeout = 60_000 } = lane.options
  const isFree = lane.taken.length === 0
  while (lane.taken.length < ahead) {
    const job = take(lane)
    if (!job) break
    lane.taken.push(job)
    lane.worker?.postMessage({ id: job.id, source: job.source })
  }
  const [first] = lane.taken
  if (first && isFree) void begin(lane, first)
  else if (!first && lane.worker) setTimer(lane, () => letGo(lane), idleTimeout)
}

/** Waits for the worker to begin with a job, for which it is started if there is none. */
async function begin(lane: LaneState, job: Job): Promise<void> {
  const { startTimeout = 15_000 } = lane.options
  lane.hasStarted = false
  setTimer(
    lane,
    whenHeard(lane, () => breakDown(lane, 'The diagram worker did not start', false)),
    startTimeout,
  )
  if (lane.worker) return
  try {
    const ready = await start(lane)
    // While it started, the checker may have been disposed or have given up on it.
    if (lane.isDisposed || lane.taken[0] !== job) return ready.terminate()
    lane.worker = ready
    for (const { id, source } of lane.taken) ready.postMessage({ id, source })
  } catch (error) {
    if (lane.taken[0] === job) breakDown(lane, `The diagram worker could not be started: ${String(error)}`, false)
  }
}

/** Where this thread was busy itself, an answer may be there already: it is heard before a second timer. */
const whenHeard = (lane: LaneState, work: () => void) => () => setTimer(lane, work, 0)

/** The next check that somebody still waits for. */
function take({ waiting }: LaneState): Job | undefined {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    if (!job.signals.every((signal) => signal?.aborted)) return job
    job.settle([])
  }
  return undefined
}

async function start(lane: LaneState): Promise<WorkerLike> {
  const started = await lane.options.spawn(lane.engine)
  started.onMessage((message) => receive(lane, started, message))
  started.onError((error) => {
    // A diagram that breaks the worker while it is parsed would break the next worker too: no second try.
    if (started === lane.worker) breakDown(lane, `The diagram worker crashed: ${String(error)}`, lane.hasStarted)
  })
  return started
}

function receive(lane: LaneState, from: WorkerLike, message: WorkerResponse): void {
  const { worker, options } = lane
  const [job] = lane.taken
  if (from !== worker || message.id !== job?.id) return
  const { timeout = 1000 } = options
  if ('started' in message) {
    setTimer(
      lane,
      whenHeard(lane, () => giveUp(lane, job)),
      job.isSecondTry ? 5 * timeout : timeout,
    )
    lane.hasStarted = true
  } else if ('problems' in message) finish(lane, message.problems, true)
  else {
    options.log?.(message.error)
    finish(lane, [], true)
  }
}

function giveUp(lane: LaneState, job: Job): void {
  letGo(lane)
  if (job.isSecondTry) {
    finish(lane, [{ reason: 'This diagram takes too long to check', ...rangeOfLine(job.source) }], true)
    return
  }
  lane.waiting.push({ ...job, isSecondTry: true })
  goOn(lane)
}

/** The first job is done with. */
function goOn(lane: LaneState): void {
  lane.taken.shift()
  const [first] = lane.taken
  if (first) void begin(lane, first)
  next(lane)
}

function breakDown(lane: LaneState, reason: string, isFinal: boolean): void {
  lane.options.log?.(reason)
  letGo(lane)
  finish(lane, [], isFinal)
}

/** Ends the current check; an answer that is not given to the cache is asked for again the next time. */
function finish(lane: LaneState, problems: readonly DiagramProblem[], isFinal: boolean): void {
  const [job] = lane.taken
  if (job && isFinal) lane.cache.set(lane.engine, job.source, problems)
  job?.settle(problems)
  goOn(lane)
}

function letGo(lane: LaneState): void {
  lane.timers.clear(lane.timer)
  lane.worker?.terminate()
  lane.worker = undefined
}

function setTimer(lane: LaneState, work: () => void, milliseconds: number): void {
  lane.timers.clear(lane.timer)
  lane.timer = lane.timers.set(work, milliseconds)
}

const count = (number: number): string => number.toLocaleString('en')
