/** Creates pages in a worker that starts with the first page and is killed when one takes too long. */

import type * as vscode from 'vscode'
import { startOnDemand } from '../../../core/data/startOnDemand.ts'
import type { WorkerLike } from '../../../core/diagrams/checkerWorker.ts'
import type { IndexEntry, PageNeeds, PageParts, PageRequest, PageResponse, PageSpeech } from '../../../page/protocol.ts'
import { t } from '../../localize.ts'
import { within } from '../../platform.ts'
import { createWorkerSpawner } from '../../workers.ts'

/** Creates pages, one after the other. Each call rejects with an error that can be shown. */
export interface PageMaker extends vscode.Disposable {
  /** Reads a document. @param diagrams UTF-16 offsets of the fences that are to be drawn */
  read(text: string, diagrams: readonly number[], speech: PageSpeech): Promise<PageNeeds>
  /** The HTML page of the document read last. */
  write(parts: PageParts): Promise<string>
  /** The HTML of a page that lists other pages. */
  index(title: string, entries: readonly IndexEntry[]): Promise<string>
}

/** Time limit for each request, in milliseconds; a document with thousands of lines takes one second. */
const patience = 60_000

type Body<T> = T extends unknown ? Omit<T, 'id'> : never

/** Creates the maker. Its worker starts with the first request. */
export function createPageMaker(extensionUri: vscode.Uri): PageMaker {
  const spawn = createWorkerSpawner<PageRequest, PageResponse>(extensionUri)
  let settle: ((response: PageResponse) => void) | undefined
  let lastId = 0
  const start = async (): Promise<WorkerLike<PageRequest, PageResponse>> => {
    const started = await spawn('page')
    started.onMessage((message) => settle?.(message))
    started.onError((error) => settle?.({ id: lastId, error: t`the page could not be created (${String(error)})` }))
    return started
  }
  const worker = startOnDemand(start, (started) => started.terminate())
  const ask = async (body: Body<PageRequest>): Promise<PageResponse> => {
    const id = ++lastId
    const running = await worker.get()
    const answer = new Promise<PageResponse>((done) => {
      settle = (response) => {
        if (response.id === id) done(response)
      }
    })
    running.postMessage({ ...body, id })
    const response = await within<PageResponse>(patience, answer, { id, error: t`it takes too long` })
    // A worker that has failed or is still busy will not answer again.
    if ('error' in response) worker.stop()
    if ('error' in response) throw new Error(response.error)
    return response
  }
  const html = async (body: Body<PageRequest>) => {
    const response = await ask(body)
    return 'html' in response ? response.html : ''
  }
  return {
    async read(text, diagrams, speech) {
      const response = await ask({ type: 'read', text, diagrams, speech })
      return 'needs' in response ? response.needs : { title: '', images: [], links: [] }
    },
    write: (parts) => html({ type: 'write', parts }),
    index: (title, entries) => html({ type: 'index', title, entries }),
    dispose: worker.stop,
  }
}
