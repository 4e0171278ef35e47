/** The output formats by their `--format` names. */

import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { overviewHtml } from './overviewHtml.ts'
import { overviewJson } from './overviewJson.ts'
import { overviewMarkdown } from './overviewMarkdown.ts'
import { type OverviewFormatter, overviewText } from './overviewText.ts'
import { sarif } from './sarif.ts'
import type { Formatter } from './style.ts'
import { stylish } from './stylish.ts'
import { text } from './text.ts'

/** By `--format` name; the first is the default. */
export const lintFormats: Readonly<Record<string, Formatter>> = { stylish, json, sarif, github, junit }
/** The formats of `report`, each for a list of documents. */
export const overviewFormats: Readonly<Record<string, OverviewFormatter>> = {
  text: overviewText,
  json: overviewJson,
  html: overviewHtml,
  markdown: overviewMarkdown,
}
export const reviewFormats: Readonly<Record<string, Formatter>> = { text, json, markdown }
