/** A worker of the diagram checker and its queue: diagrams are checked one after another, each within a time limit. */

import { rangeOfLine } from '../text/sourceLines.ts'
import type { WorkerLike, WorkerRequest, WorkerResponse } from './checkerWorker.ts'
import type { DiagramProblem } from './engine.ts'
import type { ProblemCache } from './problemCache.ts'

/** An AbortSignal, or anything similar. */
export interface CancelSignal {
  readonly aborted: boolean
}

export interface Timers {
  set(work: () => void, milliseconds: number): unknown
  clear(timer: unknown): void
}

export interface LaneOptions {
  /** Starts the worker of an engine; called again after one was killed, crashed or was idle for long. */
  readonly spawn: (engine: string) => WorkerLike | Promise<WorkerLike>
  /** Time for parsing a diagram in milliseconds; on the second attempt, five times as much. Absent: 1000. */
  readonly timeout?: number
  /** Number of diagrams sent to a worker at once, so that it need not wait for a busy thread in between. Absent: 1. */
  readonly ahead?: number
  /** Time for a worker to load an engine, in milliseconds. Absent: 15000. */
  readonly startTimeout?: number
  /** Idle time after which a worker is stopped, in milliseconds. Absent: 60000. */
  readonly idleTimeout?: number
  /** Maximum length of a diagram, in UTF-16 units. Absent: 50000, the limit of mermaid. */
  readonly maxLength?: number
  /** Called with the reason when a check yields nothing because of a failure. */
  readonly log?: (message: string) => void
  /** Absent: those of the platform. */
  readonly timers?: Timers
}

/** The checks of one worker. */
export interface Lane {
  check(source: string, signal?: CancelSignal): Promise<readonly DiagramProblem[]>
  dispose(): void
}

interface Job extends WorkerRequest {
  /** On a busy machine any diagram may time out: it is then moved to the end of the queue, once, and gets more time. */
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

/** The state of a lane. */
interface LaneState {
  readonly engine: string
  readonly options: LaneOptions
  readonly cache: ProblemCache
  readonly timers: Timers
  readonly waiting: Job[]
  /** Jobs sent to the worker, or to be sent once it has started, in order: the first one is being parsed. */
  readonly taken: Job[]
  worker: WorkerLike | undefined
  timer: unknown
  nextId: number
  /** Whether the worker has started to parse the current diagram. */
  hasStarted: boolean
  isDisposed: boolean
}

/** Checks diagrams one after another, in a worker that is killed if a diagram takes too long. */
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

/** Concurrent checks of the same diagram share one job. */
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

/** Takes jobs from the queue, and begins with the first one if none is in progress. */
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

/** Waits for the worker to begin a job, and starts a worker if there is none. */
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
    // Meanwhile, the checker may have been disposed, or the job given up.
    if (lane.isDisposed || lane.taken[0] !== job) return ready.terminate()
    lane.worker = ready
    for (const { id, source } of lane.taken) ready.postMessage({ id, source })
  } catch (error) {
    if (lane.taken[0] === job) breakDown(lane, `The diagram worker could not be started: ${String(error)}`, false)
  }
}

/** If this thread was busy, an answer may already be queued: a second timer lets it be handled first. */
const whenHeard = (lane: LaneState, work: () => void) => () => setTimer(lane, work, 0)

/** The next job that is not cancelled. */
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
    // A diagram that crashes the worker during parsing would crash the next one, too: no second attempt.
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

/** Proceeds after the first job. */
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

/**
 * Ends the current check. If `isFinal` is false the result is not cached, and the diagram is checked again next time.
 */
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
