import assert from 'node:assert/strict'
import { test } from 'node:test'
import { natureOf } from '../../src/reading/prose/nature.ts'
import { documentOf } from '../checklist/review.ts'

const shop = `# System Design: Shop

Customers order in the browser. The shop runs on three servers behind a load balancer, and writes orders to the database.
Requests have an access token, which the servers check. When the database is unavailable, the server retries.`

test('a library is nothing that is operated', () => {
  const library = documentOf(
    'The library parses the syntax of the language. Its package has a module for each tool.'.repeat(5),
  )
  assert.equal(natureOf(library).isOperated, false)
  assert.equal(natureOf(documentOf(shop)).isOperated, true)
})
