/** Finds mistakes in the front matter that describes a team's template. */

import type { Node } from 'jsonc-parser'
import type { DocumentModel } from '../document/document.ts'
import { frontmatterTree } from '../markdown/frontmatterTree.ts'
import { checklistIds } from '../template/checklistIds.ts'
import { noType } from '../template/documentType.ts'
import { splitFrontmatter } from '../template/frontmatter.ts'
import { isDenial } from '../text/globs.ts'
import { type Report, reporter, type SettingMistake } from './writtenRules.ts'

/** Mistakes in the values of our keys. Any other key is copied into documents, and is its author's business. */
export function findHeadMistakes(head: Pick<DocumentModel, 'text' | 'frontmatter'>): readonly SettingMistake[] {
  const { data } = splitFrontmatter(head.text, head.frontmatter)
  const mistakes: SettingMistake[] = []
  const report = reporter((mistake) => mistakes.push(mistake))
  for (const [key, check] of Object.entries(checks)) {
    const node = Object.hasOwn(data, key) ? frontmatterTree(head.text, head.frontmatter, key) : undefined
    // A key without a value is as good as none.
    if (node && node.type !== 'null') check(node, report)
  }
  return mistakes
}

type Check = (node: Node, report: Report) => void

const checks: Readonly<Record<string, Check>> = {
  documentType(node, report) {
    if (node.type !== 'string') report(node, unexpected('documentType', 'a string'))
    else if (node.value === noType)
      report(node, '`none` stands for files that are not design documents: choose another id for the type')
  },
  covers(node, report) {
    const said = `Unexpected value \`${node.value}\` of \`covers\``
    if (node.value !== 'system') report(node, unexpected('covers', '`system`'), ['system'], said)
  },
  checklist(node, report) {
    // `true` says what holds anyway.
    if (node.type !== 'array' && node.type !== 'boolean')
      report(node, unexpected('checklist', '`false` or a list such as `[security, scaling]`'))
    for (const item of (node.type === 'array' && node.children) || [])
      if (!checklistIds.some((id) => id === item.value))
        report(item, `Unknown checklist item \`${item.value}\``, checklistIds)
  },
  files(node, report) {
    for (const glob of node.type === 'array' ? (node.children ?? []) : [node])
      if (isDenial(String(glob.value))) report(glob, '`files` takes no `!` patterns')
  },
}

const unexpected = (key: string, expected: string): string => `Unexpected value of \`${key}\`, expected ${expected}`
