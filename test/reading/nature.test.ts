import assert from 'node:assert/strict'
import { test } from 'node:test'
import { natureOf } from '../../src/reading/prose/nature.ts'
import { documentOf } from '../checklist/review.ts'

const shop = `# System Design: Shop

Customers order in the browser. The shop runs on three servers behind a load balancer, and writes orders to the database.
Requests have an access token, which the servers check. When the database is unavailable, the server retries.`

test('a library is not operated, a shop on servers is', () => {
  const library = documentOf(
    'The library parses the syntax of the language. Its package has a module for each tool.'.repeat(5),
  )
  assert.equal(natureOf(library).isOperated, false)
  assert.equal(natureOf(documentOf(shop)).isOperated, true)
})

test('a scheduler inside a program is not open to outsiders; behind a load balancer it is', () => {
  const scheduler =
    'The scheduler process runs a loop. A client hands it a request, and the process puts it in the queue of its weight, where it stays ' +
    'until all before it are done. Whatever has waited for longer than the others comes first, and what was put back keeps its age. '
  assert.equal(natureOf(documentOf(scheduler.repeat(5))).isOpen, false)
  const deployed = 'Each server of the cluster runs three replicas of it behind a load balancer. '
  assert.equal(natureOf(documentOf(`${scheduler.repeat(5)}${deployed.repeat(2)}`)).isOpen, true)
})
