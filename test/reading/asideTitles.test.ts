import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleKey } from '../../src/core/document/document.ts'
import { createTitles } from '../../src/reading/vocabulary/titles.ts'

const aside = createTitles('aside')
const isAside = (title: string) => aside.test(titleKey(title))

test('sections that stand apart are known by their whole titles', () => {
  for (const title of [
    ...['Non-goals', 'Non-Goals of this RFC', 'Non-goals for v1', 'Out of scope', 'Out of scope for v1'],
    ...['Explicitly out of scope', 'Out-of-scope items', 'References', 'References and prior art', 'See also'],
    ...[
      'Appendix A: References',
      'Information & References',
      'Glossary',
      'Glossary and acronyms',
      'Terms and glossary',
    ],
    ...['Changelog / History', 'Acknowledgment', 'Nichtziele', 'Nicht-Ziele für Version 1', 'Glossar und Abkürzungen'],
    ...['一、非目标', '参考资料'],
  ])
    assert.ok(isAside(title), title)
})

test('titles that only contain such words are those of sections on the design', () => {
  for (const title of [
    ...['Goals and non-goals', 'Reference-level explanation', 'Cross-namespace references', 'Payment links'],
    ...['References between tables', 'Acknowledgement guarantees', 'Contents of the config file', 'Reference data'],
    ...['Ziele und Nichtziele', '目标与非目标', 'Pipeline authors', 'Glossary service'],
  ])
    assert.ok(!isAside(title), title)
})
