/** Finds the sections about a topic, whatever they are called. */

import type { Nodes } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import type { DocumentModel, Section } from '../../core/document/document.ts'
import { outlineOf } from '../../core/document/sections.ts'
import type { RuleContext } from '../../core/lint/rule.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { bodyWords, type Facts, factsOf, type SectionFacts } from '../prose/facts.ts'
import { hasPlaceholder } from './findPlaceholders.ts'

/** What is judged, and by which type. */
export type Subject = Pick<RuleContext, 'document' | 'type'>

/** Something that a reviewer looks for under headings of its own, as their folded titles. */
export type Topic = RegExp

const titles = (...alternatives: readonly string[]): Topic => new RegExp(`^(?:${alternatives.join('|')})$`, 'u')

/** Beyond these, sections count that the document's own template knows under one of these titles. */
export const topics = {
  requirements: titles(
    '(?:non functional|quality) (?:requirements?|attributes?|goals?)',
    'quality (?:attributes?|goals?)',
    'nonfunctional(?: requirements?)?',
    'non functional',
    '(?:key |system |product )?requirements?(?: and (?:goals|constraints|assumptions))?',
    'requirements summary',
    'goals?(?: and requirements| and metrics)?',
    'objectives?',
    'success (?:metrics|criteria)',
    'service level (?:objectives?|targets?)',
    'slos?',
    '(?:非功能性?)?需求',
    '目标',
    'anforderungen',
    'qualitätsziele',
    'ziele',
  ),
  components: titles(
    '(?:core |key |main |major |system |proposed |new |architecture )?components?(?: (?:breakdown|overview|design|descriptions?|details|table|responsibilities))?',
    'components responsibilities',
    'building blocks?(?: view)?',
    'container descriptions?',
    '(?:核心)?组件',
    'komponenten',
    'bausteine',
  ),
  dataFlow: titles(
    '(?:main |key |data |request |message |event )?flows?',
    'dataflows?',
    '(?:data |request |read |write )paths?',
    '(?:main |key )?workflows?',
    'sequence diagrams?',
    'runtime view',
    '数据流程?',
    '流程',
    'datenfluss',
    'laufzeitsicht',
  ),
  dataModel: titles(
    '(?:proposed |core )?data ?(?:models?|design|schemas?|structures?|layout)',
    '(?:database|storage|db) (?:design|schemas?|models?|layout)',
    'schemas?',
    '(?:key |core |data )?entities',
    '(?:entity relationship|er) diagram',
    'domain model',
    '数据模型',
    '数据结构',
    'datenmodell',
  ),
  api: titles(
    '(?:public |proposed |external |rest |http |grpc |web )?apis?(?: (?:contracts?|design|specifications?|definitions?|endpoints?|reference))?',
    '(?:api )?endpoints?',
    'interfaces?(?: design| definitions?)?',
    'schnittstellen',
    '接口(?:设计)?',
  ),
  scaling: titles(
    'scal(?:ing|ability)(?: (?:considerations?|strategy|plan|and performance|patterns))?',
    '(?:performance|stability) and scalability',
    'scale the design',
    'capacity planning',
    '扩展性',
    'skalierung',
    'skalierbarkeit',
  ),
  failures: titles(
    '(?:limitations and )?failure (?:modes?|scenarios?|handling|analysis|cases|types)(?: and (?:recovery|mitigations?|handling))?',
    'failures?(?: handling)?',
    '(?:error|fault) handling',
    'fault tolerance',
    'resilience',
    'reliability',
    '故障(?:处理)?',
    '容错',
    'fehlerfälle',
    'fehlerbehandlung',
  ),
  cost: titles(
    '(?:estimated |expected |operating |operational |running |infrastructure |monthly |total )?costs?(?: (?:estimates?|estimation|analysis|breakdown))?',
    'budget',
    '成本(?:估算)?',
    'kosten(?:schätzung)?',
  ),
  security: titles(
    'security(?: (?:considerations?|model|architecture|design|and privacy|implications?|and compliance))?',
    'privacy and security',
    'threat model',
    '安全(?:性|设计)?',
    'sicherheit',
  ),
  monitoring: titles(
    'monitoring(?: (?:plan|strategy|requirements|and alerting|and observability|alerting and logging))?',
    '(?:metrics|logging|observability|alerting|telemetry) and (?:monitoring|alerting|metrics|logging)',
    'observability(?: plan)?',
    '监控',
    '可观测性',
    'überwachung',
  ),
  openQuestions: titles(
    '(?:open|unresolved|outstanding|remaining) (?:questions?|issues?|points?)(?: and .{1,40})?',
    '(?:further )?questions',
    'unknowns',
    '未解决(?:的)?问题',
    '待定问题',
    'offene (?:fragen|punkte)',
  ),
} as const

/** The outermost sections about a topic: those that the template knows, then those that only their title tells. */
export function sectionsAbout(document: DocumentModel, type: DocumentType, topic: Topic): readonly Section[] {
  const known = new Set<Section>()
  for (const [spec, section] of outlineOf(document, type).found) if (topic.test(spec.keys[0] ?? '')) known.add(section)
  const about = document.sections.filter(
    (section) => section !== document.title && (known.has(section) || topic.test(section.key)),
  )
  // In document order: what begins before the last outermost one ends stands within that.
  let end = 0
  const isOutermost = (section: Section): boolean => {
    if (section.start < end) return false
    end = section.end
    return true
  }
  return about.filter(isOutermost).toSorted((a, b) => Number(known.has(b)) - Number(known.has(a)))
}

/** The sections about a topic in which there is something to judge: not those left empty, to be filled in, or saying "None". */
export function writtenAbout({ document, type }: Subject, topic: Topic): readonly Section[] {
  const facts = factsOf(document)
  const known = factsByNode(facts)
  return sectionsAbout(document, type, topic).filter((section) => {
    const found = known.get(section.heading)
    return found && bodyWords(facts, found) >= fewestWords && !hasPlaceholder(document, type, section)
  })
}

const factsByNode = remember(
  ({ sections }: Facts): ReadonlyMap<Nodes, SectionFacts> => new Map(sections.map((each) => [each.heading.node, each])),
)

/** Fewer words are a pointer to somewhere else, or say that there is nothing to say. */
const fewestWords = 6
