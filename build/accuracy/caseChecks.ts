/** The correct results for small inputs based on public bug reports, in a form that a program can check. */

/** The conditions for a correct result; all that are given have to hold. */
export interface CaseCheck {
  /** Rules that report nothing in any of its files; `all`: nothing more severe than a hint is reported. */
  readonly quiet?: 'all' | readonly string[]
  /** A rule that reports something: how often in all files, and in which words. */
  readonly fires?: { readonly rule: string; readonly times?: number; readonly says?: RegExp }
  /** No message may match this, as `severity:rule: reason (file)`. */
  readonly unsaid?: RegExp
  /** The type of every file of the case, `nothing` for none. */
  readonly types?: RegExp
  /** What `adr index` writes for all its files. */
  readonly index?: RegExp
  /** The file name of a new record: `new adr-nygard FOLDER --title "Use a queue"`. */
  readonly created?: { readonly folder: string; readonly name: RegExp }
}

const decisions = ['adr-status', 'adr-date', 'required-section', 'allowed-choice']

/** By the number of the case. */
export const caseChecks: Readonly<Record<string, CaseCheck>> = {
  '01': { quiet: 'all', types: /^adr-nygard$/ },
  '03': { quiet: 'all', types: /^(?:nothing|adr-nygard)$/ },
  '05': { quiet: 'all' },
  '08': { quiet: decisions, types: /^(?:nothing|adr-nygard)$/ },
  '09': { quiet: 'all', index: /\bAccepted \| 2026-01-05\b/ },
  '11': { quiet: decisions, index: /\bAccepted \| 2026-01-05 .*\n.*\bAccepted \| 2026-01-05 / },
  '12': { quiet: decisions, index: /\| Accepted \|.*\n.*\| Accepted \|/ },
  '13': { quiet: 'all', index: /19 \|.*Superseded.*20/ },
  '15': { quiet: ['adr-date'], index: /\b\d{4}-\d\d-\d\d\b/ },
  '17': { quiet: decisions, index: /\| \w+ \| \d{4}-\d\d-\d\d \|/ },
  '19': { quiet: ['adr-date'], index: /\| 2026-01-05 \|/ },
  '20': {
    quiet: ['adr-number'],
    index: /^\| +\|.*\n\| +\|/m,
    created: { folder: 'docs/decisions', name: /^\d{4}-\d\d-use-a-queue\.md$/ },
  },
  '21': { quiet: ['adr-number'], created: { folder: 'docs/adr', name: /^\d{8}-use-a-queue\.md$/ } },
  '23': { created: { folder: 'docs/adr', name: /^0003-use-a-queue/ } },
  '25': { index: /^(?!.*template)/s, quiet: ['allowed-choice', 'no-placeholder'] },
  '26': { quiet: 'all' },
  '28': { quiet: ['chosen-option'] },
  '30': { quiet: ['chosen-option'] },
  '31': { quiet: ['no-placeholder'] },
  '32': { quiet: ['required-section'] },
  '35': { unsaid: /section `(?:Overview|Components)`/i },
  '36': { unsaid: /section `(?:Overview|Components)`/i },
  '37': { fires: { rule: 'no-placeholder', times: 1, says: /TODO/ } },
  '39': { fires: { rule: 'valid-frontmatter', says: /line 4|[Tt]ab/ } },
  '41': { quiet: ['no-placeholder', 'required-diagram', 'undefined-reference'] },
  '42': { quiet: ['no-placeholder'] },
  '45': { quiet: ['measurable-requirement'] },
  '47': { quiet: ['open-questions', 'empty-section', 'no-placeholder'] },
  '48': { quiet: ['capacity-arithmetic'] },
  '50': { quiet: ['capacity-arithmetic'] },
  '52': { quiet: ['failure-mode-complete'] },
  '54': { quiet: ['data-flow-steps'] },
  '56': { quiet: ['monitoring-plan'] },
  '58': { quiet: ['api-contract'] },
  '60': { quiet: ['component-complete'] },
  '61': { quiet: ['no-single-point-of-failure'] },
  '63': { unsaid: /load balancer.*load.balancer|`[^`]*\n[^`]*`/i },
  '64': { fires: { rule: 'box-art-alignment', times: 1 } },
  '66': { unsaid: /`Render Thread`.*`Render Thread`/ },
  '67': { quiet: ['required-diagram'], fires: { rule: 'diagram-syntax', times: 1 } },
  '69': { unsaid: /^error:diagram-syntax/ },
  '71': { fires: { rule: 'diagram-syntax', says: /U\+200B|zero.width/i } },
}
