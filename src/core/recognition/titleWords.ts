/** Rates a title: names a design, a proposal or a decision; or a guide, a changelog, a report. */
import type { Kind } from './pathWords.ts'

export interface TitleReading {
  readonly weight: number
  readonly kind?: Kind
}

type Pattern = readonly [pattern: RegExp, weight: number, kind?: Kind]

/** Titles that begin with a number of their kind. */
const numbered: readonly Pattern[] = [
  [/^[\s[(]*(?:m?adr|decision record|decision\s?[#-])[\s#:.-]*\d/i, 3, 'decision'],
  // But not `Decision 5 things depend on`.
  [/^[\s[(]*decision[\s:.]*\d{1,6}(?:\s?[:：.)\]–—](?!\d)|\s-|\s*$)/i, 3, 'decision'],
  [
    /^[\s[(]*(?:rfc|kep|tep|rep|otep|cep|cfp|jep|pep|bip|eip|aip|sip|slip|zip|hip|gep|fep|lip|kip|cip|proposal)[\s#:.-]{0,3}\d/i,
    4,
    'rfc',
  ],
]
/** What follows is only the subject, whatever its words: `RFC 42: Reproducible release builds`. */
const hasSubject = /^\D{0,30}\d{1,6}\s?[:—–\])-]/
/** But not `RFC 42: a reading guide`. */
const isAboutIt = /\b(?:guide|handbook|manual|minutes|process|retrospective|templates?|tutorial)$/i

/** Patterns for the title line, of which the first match counts. Titles are at most 200 UTF-16 units long. */
const patterns: readonly Pattern[] = [
  [
    /\b(?:guide|guides|tutorial|getting started|quick ?start|how to|how-to|howto|walkthrough|changelog|release notes?|releases?|faq|frequently asked|glossary|troubleshooting|cheat ?sheet|best practices|contributing|contribution|contributors?|code of conduct|roadmap|meeting|minutes|weekly|post-?mortem|incident|retrospective|newsletter|announcing|introducing|welcome to|awesome|test plan|style guide|coding|conventions|documentation|reference|manual|handbook|primer|readme|api docs|template|process|runbook|playbook|upgrading|course|lessons?|interview)\b/i,
    -4,
  ],
  // A list of such documents, or instructions for writing one.
  [
    /\b(?:rfcs|keps|proposals|adrs|enhancements|proposing|decision records|design documents|design docs|backlog|index)\b/i,
    -3,
  ],
  [
    /指南|教程|入门|更新日志|チュートリアル|入門|ガイド|가이드|튜토리얼|Anleitung|Handbuch|Leitfaden|Tutoriel|Tutorial|Guía|Manual|руководство/iu,
    -4,
  ],
  ...numbered,
  [/\b(?:architecture|architectural) decision record\b/i, 3, 'decision'],
  [
    /\b(?:rfc|request for comments|enhancement proposal|design proposal|proposal)\b|提案|提议|제안|предложение|propuesta|proposta|vorschlag/iu,
    3,
    'rfc',
  ],
  [
    /\b(?:design doc(?:ument)?|technical design|system design|software design|design spec(?:ification)?|high[- ]level design|low[- ]level design|detailed design|design overview|design notes?|tech(?:nical)? spec(?:ification)?|sdd|hld|lld)\b/i,
    4,
    'design',
  ],
  [/^design(?:ing)? (?:a|an|the|of|for)\b|^design:?\s|\bdesign$|\bdesign (?:of|for)\b/i, 3, 'design'],
  [/\b(?:architecture|architectural|internals)\b/i, 2.5, 'design'],
  [/\bdesign\b/i, 2, 'design'],
  [
    /设计|架构|設計|アーキテクチャ|설계|아키텍처|Architektur|Entwurf|Systementwurf|conception|architecture|arquitectura|arquitetura|diseño|architettura|progettazione|architectuur|ontwerp|архитектура|проектирование|технический проект/iu,
    2.5,
    'design',
  ],
  [/\((?:active|passive|queued) component\)|\bcomponent$|\bplugin$/i, 1, 'design'],
]

export function readTitle(title: string): TitleReading {
  const first = hasSubject.test(title) && !isAboutIt.test(title) ? numbered : []
  for (const [pattern, weight, kind] of [...first, ...patterns])
    if (pattern.test(title)) return { weight, ...(kind && { kind }) }
  return { weight: 0 }
}
