import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statusOf } from '../../src/core/decisions/status.ts'
import { readModel } from '../util/linting.ts'

const cases: readonly (readonly [string | undefined, string])[] = [
  ['Draft', '---\nstatus: Draft\n---\n# A\n\n**Status:** Accepted\n'],
  ['Implemented', '---\nStatus: Implemented\n---\n'],
  ['implemented', '# A\n\n**Status:** implemented\n'],
  ['Draft', '## A\n\n*Status: Draft*\n\n*Authors: x*\n'],
  ['Accepted', '# A\n\n- **Date:** 2026-01-01\n- **Status**: Accepted (2026-01-02)\n'],
  ['Proposed', '# A\n\n**Date:** today  \n**Status:** Proposed\n'],
  ['Partially Implemented', '# A\n\n|Metadata|Value|\n|--|--|\n|Status  |Partially Implemented|\n'],
  ['Approved', '# A\n\n## Metadata\n\n| Field | Value |\n|--|--|\n| Status | Approved |\n'],
  ['Accepted', '# A\n\n## Status\n\n✅ Accepted\n\n## Context\n'],
  ['Superseded', '# A\n\nStatus: Superseded by [ADR-4](4.md)\n'],
  [undefined, '# A\n\n## Status\n\nThis is the design for adding generics to the language.\n'],
  [undefined, '# A\n\n**Status:** Proposed | Accepted | Rejected\n'],
  [undefined, '# A\n\n**Status:** {proposed}\n'],
  [undefined, '# A\n\n## Context\n\n**Status:** 404\n'],
  [undefined, '# A\n\n## Context\n\n**Status:** Done\n'],
  [undefined, '---\nstatus: true\n---\n# A\n'],
  [undefined, ''],
]

for (const [expected, text] of cases)
  test(`the status of ${JSON.stringify(text)} is ${expected}`, () => assert.equal(statusOf(readModel(text)), expected))
