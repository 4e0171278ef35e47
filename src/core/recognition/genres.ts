/**
 * Recognises kinds of documents besides designs and decisions, such as runbooks, by their titles; and knows which types
 * many titles and headings resemble by chance.
 */

interface Genre {
  /** The id of the document type. */
  readonly id: string
  /** Words in a title that name the genre. */
  readonly title: RegExp
  /** Whether its headings are characteristic enough to recognise it without its title. */
  readonly isKnownByHeadings: boolean
}

const genres: readonly Genre[] = [
  {
    id: 'post-mortem',
    title:
      /\bpost-? ?mortem\b|\bincident (?:report|review|analysis|summary|retrospective)\b|\boutage (?:report|review|analysis)\b|\broot cause analysis\b|\bRCA\b|Störungsbericht|Vorfallbericht|compte rendu d['’]incident|rapport d['’]incident|informe de(?:l)? incidente|relatório de incidente|事後検証|障害報告|事故复盘|故障复盘|故障报告/iu,
    isKnownByHeadings: true,
  },
  {
    id: 'runbook',
    title:
      /\brun-? ?book\b|\b(?:incident|response|on-? ?call|operations?|recovery|alert) playbook\b|\bstandard operating procedure\b|Notfallhandbuch|Betriebshandbuch|運用手順書|运维手册/iu,
    isKnownByHeadings: false,
  },
  {
    id: 'threat-model',
    title:
      /\bthreat[- ]?model(?:l?ing)?\b|\bthreat (?:analysis|assessment)\b|Bedrohungsmodell|Bedrohungsanalyse|mod(?:èle|élisation) des? menaces|modelo de am(?:enazas|eaças)|脅威モデル|威胁模型|威胁建模/iu,
    isKnownByHeadings: true,
  },
  {
    id: 'migration-plan',
    title:
      /\b(?:migration|cut-?over|decommissioning) plan\b|\bplan (?:for|to) (?:the )?migrat|Migrationsplan|Migrationskonzept|plan de migra(?:tion|ción)|plano de migração|piano di migrazione|移行計画|迁移计划|迁移方案/iu,
    isKnownByHeadings: false,
  },
  {
    id: 'api-design',
    title:
      /\bapi (?:design|proposal)\b|API-Entwurf|API-Design|conception (?:de l['’])?API|diseño de (?:la )?API|API設計|API设计|接口设计/iu,
    isKnownByHeadings: false,
  },
  { id: 'one-pager', title: /\b(?:one|1)[- ]?pager\b/i, isKnownByHeadings: false },
  { id: 'arc42', title: /\barc42\b/i, isKnownByHeadings: true },
]

/** Words of a text about such documents that is not one of them. */
const about =
  /\b(?:guides?|guidelines?|how to|how-to|tutorial|writing|template|process|policy|culture|handbook|manual|checklist|training|examples?|index|best practices|introduction to|cheat ?sheet|blog|post-? ?mortems|run-? ?books|threat models|one-? ?pagers)\b|Leitfaden|Vorlage/iu

/** The id of the type that a title names. @param title without heading markup */
export const genreOfTitle = (title: string): string | undefined =>
  about.test(title) ? undefined : genres.find((genre) => genre.title.test(title))?.id

/**
 * Whether a type's title also occurs in many documents not made from its template, so that headings have to match, too.
 */
export const hasCommonTitle = (id: string): boolean => genres.some((genre) => genre.id === id)

/** Whether headings alone never identify a type, so that title or file name must. */
export const needsName = (id: string): boolean => genres.some((genre) => genre.id === id && !genre.isKnownByHeadings)
