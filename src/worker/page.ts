/** Renders HTML pages in a worker: a hostile document cannot block the editor, and the code loads only when needed. */

import { writeIndex } from '../page/indexPage.ts'
import { type ReadPage, readPage } from '../page/page.ts'
import type { PageRequest, PageResponse } from '../page/protocol.ts'
import { findPort } from './port.ts'

const port = findPort<PageRequest, PageResponse>()
let page: ReadPage | undefined

port.listen((request) => {
  try {
    port.post(answer(request))
  } catch (error) {
    port.post({ id: request.id, error: error instanceof Error ? error.message : String(error) })
  }
})

function answer(request: PageRequest): PageResponse {
  const { id } = request
  if (request.type === 'index') return { id, html: writeIndex(request.title, request.entries) }
  if (request.type === 'read') {
    page = readPage(request.text, request.diagrams, request.speech)
    return { id, needs: page.needs }
  }
  return page ? { id, html: page.write(request.parts) } : { id, error: 'No document was read' }
}
