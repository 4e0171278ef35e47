/** Rates how much a document resembles a design document, by title, headings, head and opening. */
import { remember } from '../data/remember.ts'
import type { DocumentModel } from '../document/document.ts'
import { titleKey } from '../document/document.ts'
import { writtenTitle } from '../document/sections.ts'
import { wordOf } from '../markdown/frontmatter.ts'
import { designWords } from './designWords.ts'
import { decisionPhrases, headingFamilies } from './headingWords.ts'
import type { Kind } from './pathWords.ts'
import { createPhrases } from './phrases.ts'
import { readTitle } from './titleWords.ts'

export interface ContentReading {
  /** Evidence for a design document minus evidence against it. */
  readonly score: number
  /** Only the evidence against it; zero or negative. */
  readonly against: number
  /** Number of words of prose, in the part that was read. */
  readonly words: number
  /** The kind that the title names. */
  readonly title?: Kind
  /** Ids of the families of sections that it has. */
  readonly families: ReadonlySet<string>
  /** The parts of a decision that are among its headings. */
  readonly decision: ReadonlySet<keyof typeof decisionPhrases>
  /** Number of sections besides the title. */
  readonly headings: number
}

/** Headings after these are ignored. */
const mostHeadings = 300
/** UTF-16 units of the opening and of the sample that are examined for style. */
const opening = 3000
const sample = 20_000

const families = createPhrases(headingFamilies.map(({ phrases, where, id }) => ({ phrases, where, meaning: id })))
const decisionParts = createPhrases(
  (Object.keys(decisionPhrases) as (keyof typeof decisionPhrases)[]).map((part) => ({
    phrases: decisionPhrases[part],
    where: 'start' as const,
    meaning: part,
  })),
)
const weights = new Map(headingFamilies.map(({ id, weight }) => [id, weight]))

/** Rate the content of a document. Cached. */
export const readContent = remember((document: DocumentModel): ContentReading => {
  const { title } = document
  const below = document.sections.filter((section) => section !== title).slice(0, mostHeadings)
  const found = new Map<string, number>()
  const decision = new Set<keyof typeof decisionPhrases>()
  for (const { key } of below) {
    for (const family of families.in(key)) found.set(family, (found.get(family) ?? 0) + 1)
    for (const part of decisionParts.in(key)) decision.add(part)
  }
  const words = wordsOf(document)
  const named = readTitle(titleOf(document))
  const signs = [
    ...[...found].map(([family, count]) => weightOf(family, count)),
    named.weight,
    ...headSigns(document),
    ...mannerSigns(document, words),
    document.diagrams.length > 0 ? 0.5 : 0,
    // A series of version numbers is a changelog.
    below.filter(({ title }) => /^[[v/( –-]{0,3}\d{1,4}[.-]\d/.test(title)).length > 2 ? -4 : 0,
  ]
  const sum = (of: readonly number[]) => of.reduce((total, sign) => total + sign, 0)
  return {
    score: sum(signs),
    against: sum(signs.filter((sign) => sign < 0)),
    families: new Set(found.keys()),
    decision,
    headings: below.length,
    words: words.length,
    ...(named.kind && { title: named.kind }),
  }
})

/** A family counts once; evidence against a design counts up to three times. */
function weightOf(family: string, count: number): number {
  const weight = weights.get(family) ?? 0
  return weight > 0 ? weight : weight * Math.min(3, (count + 1) / 2)
}

/** The title's text: that of the heading or, if no heading is the title, of front matter. */
export function titleOf(document: DocumentModel): string {
  const { title, frontmatter, sections } = document
  const heading = title ?? (sections[0]?.depth === 1 ? sections[0] : undefined)
  const line = heading && writtenTitle(document, heading)
  return (line ?? wordOf(frontmatter.data['title']) ?? '').slice(0, 200)
}

const headWords: Readonly<Record<string, number>> = {
  status: 1,
  stage: 0.5,
  author: 1,
  authors: 1,
  owner: 0.5,
  owners: 1,
  reviewer: 1.5,
  reviewers: 1.5,
  approver: 1.5,
  approvers: 1.5,
  deciders: 1.5,
  'decision makers': 1.5,
  stakeholders: 1,
  'creation date': 1,
  'start date': 1,
  'rfc pr': 2,
  rfc: 1,
  'feature name': 1.5,
  'tracking issue': 1.5,
  'implementation issue': 1,
  'implementation owner': 1,
  'original author': 1,
  'original author s': 1,
  'last updated': 0.5,
  'last update': 0.5,
  superseded: 1,
  sig: 1,
  autor: 1,
  autoren: 1,
  auteur: 1,
  auteurs: 1,
  autores: 1,
  estado: 1,
  statut: 1,
  作者: 1,
  状态: 1,
  автор: 1,
  статус: 1,
  // Keys for posts or pages in site generators.
  slug: -0.5,
  layout: -1,
  categories: -1,
  permalink: -1,
  'sidebar position': -0.5,
}

/**
 * Rates the labels at the head: front matter keys, and lines such as `**Status:** …`, `- Author: …` or `| Status | … |`
 * that open the text.
 */
function headSigns({ frontmatter, prose, sections, title, rangeOf }: DocumentModel): readonly number[] {
  const start = title ? rangeOf(title.heading).end : (frontmatter.range?.end ?? 0)
  const next = sections.find((section) => section.start >= start)?.start ?? prose.length
  const head = prose.slice(start, Math.min(next, start + opening))
  const labels = head
    .split('\n')
    .slice(0, 40)
    .flatMap((line) => /^[\s>|*_-]*([\p{L}][\p{L} ()-]{1,30}?)[*_]{0,3}\s?[:|：]/u.exec(line.slice(0, 80))?.[1] ?? [])
  const keys = new Set([...Object.keys(frontmatter.data).slice(0, 40), ...labels].map(titleKey))
  const said = [...keys].map((key) => headWords[key] ?? 0)
  const positive = said.filter((weight) => weight > 0).reduce((total, weight) => total + weight, 0)
  return [Math.min(4, positive), ...said.filter((weight) => weight < 0)]
}

/** Self-references, and verbs that in such a text follow within a few words. */
const itself =
  /\bthis (?:document|doc|rfc|proposal|adr|kep|page|enhancement|cfp|specification|(?:design|architecture)(?: document| doc)?)\b/gi
const does =
  /\b(?:describes?|proposes?|outlines?|introduces?|explains?|details|presents?|specifies|aims|sketches|covers|documents|adds?|is a proposal|is the design|is a design|discusses|defines)\b/i

const describesItself = (text: string): boolean =>
  [...text.matchAll(itself)].some(({ index, 0: name }) =>
    does.test(text.slice(index + name.length, index + name.length + 60)),
  )

const selfDescriptions = [
  /\b(?:we|i) (?:\w+ )?(?:propose|want to|aim to|would like to|plan to|need to|decided to|should|intend to)\b/i,
  /\b(?:a|the|this) (?:proposed |new |alternative )?(?:design|proposal|architecture) (?:for|of|is|adds|introduces|that)\b/i,
  /\b(?:design|architecture|proposal) document\b|\bin this rfc\b/i,
  /(?:本文|本提案|本设计|该文档)[^。\n]{0,20}(?:描述|介绍|提出|说明)/,
]

/**
 * Rates the style: designs speak of themselves and of what is to be built, guides address the reader and give commands.
 */
function mannerSigns(document: DocumentModel, words: readonly string[]): readonly number[] {
  const { prose, frontmatter } = document
  const start = frontmatter.range?.end ?? 0
  const begin = prose.slice(start, start + opening)
  const hits = selfDescriptions.filter((pattern) => pattern.test(begin)).length + (describesItself(begin) ? 1 : 0)
  const code = document.nodes('code').slice(0, 400)
  const shell = code.filter(({ lang }) =>
    /^(?:bash|sh|shell|console|zsh|powershell|shell-session)$/.test(lang ?? ''),
  ).length
  const said = Math.max(1, words.length)
  const you = rate(words, (word) => /^(?:you|your|yours|yourself)$/.test(word))
  return [
    Math.min(2.5, hits * 1.25),
    shell >= 6 ? -2 : shell >= 3 ? -1 : 0,
    // A short text is too small a sample.
    said < 80 ? 0 : you > 18 ? -4 : you > 11 ? -3 : you > 6 ? -1.5 : 0,
    said < 120
      ? 0
      : step(
          rate(words, (word) => designWords.has(word)),
          [12, 0.5],
          [16, 1],
          [22, 2],
          [30, 3],
          [45, 4],
        ),
    /\bdescribes? (?:the|our|a|how) (?:\w+ )?process\b|\bprocess (?:for|of) (?:proposing|submitting|requesting|making|writing)\b/i.test(
      begin,
    )
      ? -4
      : 0,
    step(
      rate(words, (word) => processWords.has(word)),
      [5, -1],
      [9, -3],
    ),
    /\bimg\.shields\.io|badge\.svg|\/badge\//.test(begin) ? -3 : 0,
  ]
}

/** Words that are typical of texts about how people work together in a project. */
const processWords: ReadonlySet<string> = new Set(
  'submit submitting submitted contributor contributors contribute contributing contribution contributions pull prs merge merged maintainers maintainer committee committer committers'.split(
    ' ',
  ),
)

/** The number of matching words per thousand. */
const rate = (words: readonly string[], isOne: (word: string) => boolean): number =>
  (1000 * words.filter(isOne).length) / Math.max(1, words.length)

/** The value of the highest step that a number reaches. */
const step = (number: number, ...steps: readonly (readonly [least: number, worth: number])[]): number =>
  steps.findLast(([least]) => number >= least)?.[1] ?? 0

/** The words of the first text nodes, which exclude code. */
function wordsOf({ nodes }: DocumentModel): readonly string[] {
  let text = ''
  for (const node of nodes('text')) {
    text += ` ${node.value}`
    if (text.length > sample) break
  }
  return text.toLowerCase().match(/[\p{L}']+/gu) ?? []
}
