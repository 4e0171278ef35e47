/** Finds list items that begin with a name: `- **Name**: what it does`. */

import type { List, ListItem, PhrasingContent } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { textOf } from '../../core/document/document.ts'

/** An item that names something and describes it: `- **Name**: what it does`. */
export interface Lead {
  readonly item: ListItem
  readonly name: string
  /** Length of the description in characters; a Chinese one says as much as four letters. */
  readonly said: number
  /** Whether the name is in code font. */
  readonly isCode: boolean
}

/** The items of a list that begin with a name. */
export const leadsOf = remember((list: List): readonly Lead[] => list.children.flatMap((item) => leadOf(item) ?? []))

function leadOf(item: ListItem): Lead | undefined {
  const [first, ...others] = item.children
  if (first?.type !== 'paragraph') return undefined
  const [opening, ...rest] = first.children
  if (!opening) return undefined
  const after = textLength(rest) + others.length * 20
  const inner =
    opening.type === 'link' || opening.type === 'strong' || opening.type === 'emphasis' ? opening.children[0] : opening
  const isCode = inner?.type === 'inlineCode'
  if (opening.type !== 'text') {
    const name = textOf(opening)
      .slice(0, 60)
      .replace(/\s?[:：]\s?$/, '')
    const isName =
      opening.type === 'strong' ||
      opening.type === 'inlineCode' ||
      opening.type === 'link' ||
      opening.type === 'emphasis'
    return isName && after > 8 ? { item, name, said: after, isCode } : undefined
  }
  const plain = beginning.exec(opening.value) ?? chineseBeginning(opening.value)
  return plain?.[1]
    ? { item, name: plain[1], said: lengthOf(opening.value.slice(plain[0].length)) + after, isCode: false }
    : undefined
}

const beginning = /^([\p{Lu}\p{Lo}][\p{L}\p{N}_ /.-]{1,40}?)(?:\s?:\s|：|\s[-–—]+\s)/u

/** In Chinese, the colon is another character, and names of services are in small letters: `order-core（交易）：`. */
function chineseBeginning(text: string): RegExpExecArray | undefined {
  const found = /^([^：:—\n]{2,60})(?:：|——|:(?=\s?\p{Script=Han}))/u.exec(text)
  return found?.[1] && /^[\p{L}【][\p{L}\p{N}_ /.*、（）()【】-]+$/u.test(found[1]) ? found : undefined
}

const lengthOf = (text: string): number => text.length + 3 * (text.match(/\p{Script=Han}/gu)?.length ?? 0)

const textLength = (nodes: readonly PhrasingContent[]): number =>
  nodes.reduce((sum, node) => sum + lengthOf(textOf(node)), 0)
