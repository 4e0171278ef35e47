import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lint } from '../util/linting.ts'

const missing = async (text: string) =>
  (await lint(text, undefined, 'system-design'))
    .filter(
      ({ ruleId, reason }) => /^(?:required-section|section-elsewhere)$/.test(ruleId) && /Monitoring/.test(reason),
    )
    .map(({ severity }) => severity)

test('a design-docs-met comment anywhere in the document stands in for the required section', async () => {
  const text = `# System Design: Parcels\n\n## Overview\n\n${'Parcels are weighed on the belt and sent to a lane. '.repeat(12)}\n`
  const comment = '<!-- design-docs-met monitoring -- the depot watches the belt -->'
  assert.equal((await missing(text)).length, 1)
  assert.deepEqual(await missing(text.replace('## Overview\n', `## Overview\n\n${comment}\n`)), [])
  assert.deepEqual(await missing(text.replace('Parcels\n', `Parcels\n\n${comment}\n`)), [])
})
