import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import componentComplete from '../../src/rules/component-complete.ts'
import failureModeComplete from '../../src/rules/failure-mode-complete.ts'
import { lint } from '../util/linting.ts'

/** What the two rules report in a document with some lines under a heading. */
const saidOf = async (heading: string, ...lines: readonly string[]): Promise<readonly string[]> =>
  (
    await lint(
      `# Design: Parcels\n\n## ${heading}\n\n${lines.join('\n')}\n`,
      [componentComplete, failureModeComplete],
      'design',
    )
  ).map(({ reason }) => reason)

const failures = ['| Failure | Impact | Mitigation |', '| --- | --- | --- |']
const components = ['| Component | Responsibility |', '| --- | --- |']

suite('a place to fill in silences its own row, not the others', () => {
  test('failures', async () =>
    assert.deepEqual(
      await saidOf('Failure Modes', ...failures, '| Queue full | TBD | They retry |', '| Disk full | Orders wait | |'),
      ['Failure `Disk full` has no mitigation'],
    ))
  test('failures beside a row of the template', async () =>
    assert.deepEqual(
      await saidOf('Failure Modes', ...failures, '| [Name of it] | | |', '| Disk full | Orders wait | |'),
      ['Failure `Disk full` has no mitigation'],
    ))
  test('components', async () =>
    assert.deepEqual(
      await saidOf('Components', ...components, '| Sorter | TBD |', '| Scale | |', '| Belt | moves parcels on |'),
      ['Component `Scale` has no responsibility: what does it do?'],
    ))
  test('components with headings', async () =>
    assert.deepEqual(
      await saidOf(
        'Components',
        ...['### Sorter', '', '[What it does]', '', '### Scale', '', 'Rust.', ''],
        ...['### Belt', '', 'Moves parcels on to the next hall, one after the other.'],
      ),
      ['Component `Scale` has no responsibility: what does it do?'],
    ))
  test('a row with such a place is reported by `no-placeholder` alone', async () => {
    assert.deepEqual(
      await saidOf('Failure Modes', ...failures, '| Queue full | TBD | |', '| [What fails] | [Who notices] | |'),
      [],
    )
    assert.deepEqual(await saidOf('Components', ...components, '| Sorter | TBD |', '| [Name of it] | |'), [])
  })
})
