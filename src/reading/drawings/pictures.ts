/** Finds all pictures of a document in any format, and what each is about. */

import type { Code, Nodes } from 'mdast'
import { remember, rememberLast } from '../../core/data/remember.ts'
import { looksLikeBoxArt, readBoxArt } from '../../core/diagrams/boxArt/looksLike.ts'
import { withoutComments } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import type { Block, WholeGroup } from '../prose/blocks.ts'
import { blockIndexAt, type Facts, type SectionFacts } from '../prose/facts.ts'

/**
 * What a picture shows: parts and their connections, a process, messages in sequence, the shape of data, or unknown.
 */
export type PictureSubject = 'components' | 'flow' | 'sequence' | 'data' | 'unknown'

export interface Picture extends Range {
  readonly subject: PictureSubject
}

/** All pictures of a document, sorted by position: fences of diagram languages, box art, images, SVG. */
export const picturesOf = remember((facts: Facts): readonly Picture[] =>
  [...fences(facts), ...images(facts), ...embeds(facts), ...markup(facts)].sort((a, b) => a.start - b.start),
)

function fences({ document, blocks, sectionOf }: Facts): Picture[] {
  const diagrams = new Set<Nodes>(
    document.diagrams.flatMap(({ node, language }) => (plainText.has(language) ? [] : [node])),
  )
  const pictures: Picture[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'code' || block.node.type !== 'code') continue
    const isDiagram = diagrams.has(block.node)
    if (!isDiagram && !isBoxArt(block.node)) continue
    const subject = subjectOfDrawing(block.node, surroundings(blocks, index, sectionOf(block)), isDiagram)
    pictures.push({ subject, start: block.start, end: block.end })
  }
  return pictures
}

const isBoxArt = remember(({ value }: Code) => looksLikeBoxArt(value))

/** The subject depends on the words around a drawing, which rarely change, so only the last result is kept. */
const subjectOfDrawing = rememberLast(
  ({ value }: Code, around: string, isDiagram: boolean): PictureSubject =>
    isDiagram ? subjectOfSource(value, around) : subjectOfArt(value, around),
)

/** The subject by the notation's own keywords. */
function subjectOfSource(source: string, around: string): PictureSubject {
  const text = source.slice(0, 20_000)
  if (/^[ \t]*(?:graph|flowchart)\b/m.test(text)) return subjectOfGraph(text, around)
  if (/^[ \t]*(?:sequenceDiagram|zenuml)\b|^[ \t]*participant\s/m.test(text)) return 'sequence'
  // Actors also appear in component diagrams.
  if (/^[ \t]*actor\s/m.test(text))
    return /^[ \t]*(?:component|node|package|cloud|rectangle|frame)\b/m.test(text) ? 'components' : 'sequence'
  if (/^[ \t]*erDiagram\b/m.test(text)) return 'data'
  if (/^[ \t]*classDiagram\b|^[ \t]*(?:entity|class|interface)\s/m.test(text))
    return hasMembers.test(text) ? 'data' : 'unknown'
  if (
    /^[ \t]*(?:C4\w+|architecture-beta|block-beta|block)\b|^[ \t]*(?:component|node|package|cloud|database|rectangle|queue|frame)\b|^[ \t]*!include.{0,80}C4|^[ \t]*(?:System|Container|Component|Deployment_Node)\w*\(/m.test(
      text,
    )
  )
    return 'components'
  if (
    /^[ \t]*(?:stateDiagram|gantt|journey|gitGraph|timeline|pie|mindmap|quadrantChart|xychart|activity)|^[ \t]*(?:start|stop|:[^;\n]{1,80};)[ \t]*$/m.test(
      text,
    )
  )
    return 'flow'
  if (!/^[ \t]*(?:flowchart|graph|digraph|strict|d2|direction)\b|->|--/m.test(text)) return 'unknown'
  return subjectOfGraph(text, around)
}

/** Members of a class, in braces or after its name; inheritance alone shows no data. */
const hasMembers = /\{[ \t]{0,9}\r?\n[ \t]{0,40}[+#~-]?[ \t]?\w|^[ \t]{0,40}\w{1,60} ?: ?[+#~-]?\w/m

/** Boxes and arrows may be parts or steps: steps have decisions and follow each other, parts are named like parts. */
function subjectOfGraph(text: string, around: string): PictureSubject {
  const questions = text.match(/\w\{[^{}\n]{1,200}\}|shape\s*=\s*diamond/g)?.length ?? 0
  const stores = text.match(/\[\(|shape\s*=\s*(?:cylinder|database|component)/g)?.length ?? 0
  const edges = text.match(/->|--|==>|-\./g)?.length ?? 0
  if (edges === 0) return 'unknown'
  if (questions > 1 || (questions > 0 && stores === 0)) return 'flow'
  if (aboutFlow.test(around) && !aboutComponents.test(around)) return 'flow'
  // In a section on a design, two different words for parts are enough; elsewhere it takes three.
  const few = /\bdesign\b/i.test(around) ? 1 : 2
  return stores > 0 || aboutComponents.test(around) || countComponentWords(text) > few ? 'components' : 'flow'
}

function subjectOfArt(art: string, around: string): PictureSubject {
  const isLarge = (readBoxArt(art)?.boxes.length ?? 0) > 2
  if (isLarge && countComponentWords(art) > 1) return 'components'
  if (aboutFlow.test(around) && !aboutComponents.test(around)) return 'flow'
  return isLarge || aboutComponents.test(around) ? 'components' : 'flow'
}

/** The number of different words for parts of a system in a drawing. */
const countComponentWords = (text: string): number => new Set(text.toLowerCase().match(componentWord)).size

const componentWord =
  /service|server|client|\bapi\b|\bdb\b|database|queue|gateway|worker|controller|\bnodes?\b|cluster|agent|proxy|storage|\bstore\b|manager|browser|scheduler|broker|engine|backend|frontend|plugin|operator|\bpods?\b|\bui\b|registry|cache|bucket|kafka|redis|postgres|mysql|\bs3\b|lambda|balancer|sidecar|module|handler|host\b|服务|网关|数据库|缓存|队列|客户端|中心|平台|引擎|集群|浏览器|存储|系统|前端|后端|代理|消息/g

function images(facts: Facts): Picture[] {
  const { document, blocks, sectionOf } = facts
  const places = [...document.nodes('image'), ...document.nodes('imageReference')]
  return places.flatMap((image) => {
    const range = document.rangeOf(image)
    const url = image.type === 'image' ? image.url : ''
    if (isBadge(url)) return []
    const index = blockIndexAt(facts, range.start)
    const block = blocks[index]
    if (!block) return []
    return [
      {
        ...range,
        subject: subjectOfImage(`${image.alt ?? ''} ${nameOf(url)}`, surroundings(blocks, index, sectionOf(block))),
      },
    ]
  })
}

function embeds(facts: Facts): Picture[] {
  const { document, blocks, sectionOf } = facts
  return document.embeds.flatMap(({ start, end, path }) => {
    const index = blockIndexAt(facts, start)
    const block = blocks[index]
    if (!block) return []
    return [{ start, end, subject: subjectOfImage(nameOf(path), surroundings(blocks, index, sectionOf(block))) }]
  })
}

/** `<img>`, inline SVG, and template tags that include a picture. */
function markup({ blocks, groups, sectionOf }: Facts): Picture[] {
  const pictures: Picture[] = []
  for (const { from, until, whole } of groups) {
    if (!hasMarkup(whole)) continue
    for (let index = from; index < until; index++) {
      const block = blocks[index]
      const found = block && findMarkup(block)
      if (!found) continue
      const start = block.start + found.index
      const subject = subjectOfImage(found[0], surroundings(blocks, index, sectionOf(block)))
      pictures.push({ start, end: start + found[0].length, subject })
    }
  }
  return pictures
}

const hasMarkup = remember(({ blocks }: WholeGroup): boolean => blocks.some((block) => findMarkup(block)))

function findMarkup({ kind, node, text }: Pick<Block, 'kind' | 'node' | 'text'>): RegExpExecArray | undefined {
  if (kind !== 'html' && !text.includes('{{') && !text.includes('{%') && !text.includes('<')) return undefined
  const source = node.type === 'html' ? withoutComments(node.value) : text
  const found = /<(?:img|object|embed)\b[^>]{0,500}>|<svg\b|\{[{%][^}\n]{0,200}\.(?:svg|png)\b/i.exec(source)
  return found && !isBadge(found[0]) ? found : undefined
}

function subjectOfImage(own: string, around: string): PictureSubject {
  const words = own.replace(/[-_/.]+/g, ' ')
  if (aboutComponents.test(words)) return 'components'
  if (aboutFlow.test(words)) return 'flow'
  if (aboutComponents.test(around)) return 'components'
  return aboutFlow.test(around) ? 'flow' : 'unknown'
}

/** The heading above a picture, and up to 200 characters of the text just before it. */
function surroundings(blocks: readonly Block[], index: number, part: SectionFacts | undefined): string {
  const before = blocks[index - 1]
  const lead = before && before.kind === 'text' ? before.text.slice(-200) : ''
  return `${part && !part.isTitle ? part.heading.text : ''}\n${lead}`
}

/** Languages of fences that may hold a drawing but mostly do not. */
const plainText = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'ascii', 'none'])

const nameOf = (url: string): string => (/^data:/i.test(url) ? '' : url.slice(-120))

const isBadge = (url: string): boolean => /badge|shields\.io|buymeacoffee|\blogo\b|avatar/i.test(url)

const aboutComponents =
  /architec|high[ -]?level|overview|component|topolog|deploy|system|infrastructure|container|context diagram|landscape|dependenc|building block|design diagram|modules?\b|network diagram|big picture|架构|架構|部署|组件|拓扑|概览|总览|总体|整体结构|系统结构|模块图|architektur|arquitectura|архитектур/i

const aboutFlow =
  /\bflow|workflow|dataflow|sequence|\bstates?\b|lifecycle|life cycle|\bprocess\b|timeline|\bsteps|screen|mockup|wireframe|\bui\b|\bcharts?\b|graph of|algorithm|before and after|流程|时序|状态|流转|链路|ablauf/i
