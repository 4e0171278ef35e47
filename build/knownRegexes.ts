/** Regular expressions that are not proven to be linear, by the reason why they may stay, and by file. */
export const knownRegexes: readonly {
  readonly reason: string
  readonly files: Readonly<Record<string, readonly string[]>>
}[] = [
  {
    reason:
      'What is tried again from each place is a number of letters that stands in the expression: linear, with a larger factor.',
    files: {
      'src/reading/drawings/pictures.ts': [
        '<(?:img|object|embed)\\b[^>]{0,500}>|<svg\\b|\\{[{%][^}\\n]{0,200}\\.(?:svg|png)\\b',
      ],
      'src/core/markdown/labels.ts': ['(?:^|[\\r\\n]) {0,3}\\[(\\^?)([^\\]\\r\\n]{1,999})\\]:'],
      'src/diagrams/mermaid/graph/flowchart.ts': ['\\.{1,9}-([xo>]?)'],
      'src/rules/diagram-alt-text.ts': ['<img\\b[^>]{0,1000}>'],
    },
  },
  {
    reason: 'In the sandboxed frame, on pictures that an engine of ours has drawn; a frame that hangs is thrown away.',
    files: {
      'src/diagrams/plantumlRender.ts': ['^\\s*(?:skinparam|!theme|!include|<style>)|#[a-z\\d]{3}|<color|<back'],
      'src/diagrams/drawn/editSvg.ts': ['<style[^>]*>[^<]*<\\/style>'],
      'src/webview/sanitize.ts': ['<style[^>]*>([^<]*)<\\/style>'],
    },
  },
  {
    reason:
      'Put together at run time: the checker sees no pattern. What is put in is words of ours, never those of a document.',
    files: {
      'src/core/decisions/completion.ts': ["new RegExp(phrase.source + begun.source, 'iu')"],
      'src/diagrams/plantuml/graph.ts': [
        "new RegExp(String.raw`^(?:abstract\\s+)?(?:([a-z]{3,12})\\s+)?(${name})(?:\\s+as\\s+(${name}))?`, 'd')",
        'new RegExp(\n  String.raw`^(${name})\\s*(?:"[^"]{0,100}"\\s*)?(${ends}{0,3}[-.=~]{1,9}(?:\\[[^\\]]{0,80}\\])?(?:left|right|up|down|le|ri|do|[lrud])?[-.=~]{0,9}${ends}{0,3})\\s*(?:"[^"]{0,100}"\\s*)?(${name})${lifeline}(?:\\s*:(.{0,500}))?`,\n  \'d\',\n)',
      ],
    },
  },
  {
    reason: 'In the diagram worker, which is killed when a diagram takes too long.',
    files: {
      'src/diagrams/graphviz/findProblems.ts': ['\\s*(?:->|--)\\s*'],
      'src/diagrams/mermaid/inside/cleanUp.ts': ['<\\w+[^<>]*>', '(?<=(?:style|classDef).*:\\S*#.*);(?!.*;)'],
      'src/diagrams/mermaid/drawable.ts': ['^\\s*(?:Bi)?Rel\\w*\\s*\\('],
      'src/diagrams/mermaid/halfArrow.ts': ['"[^"]*"|\\[[^\\]]*\\]|\\([^)]*\\)|\\{[^}]*\\}|\\|[^|]*\\|'],
      'src/diagrams/mermaid/hints.ts': [':.*?;(?=.)|:.*;$'],
      'src/diagrams/mermaid/inside/langiumError.ts': ['^\\s*\\d+\\. \\[([^\\],]+)'],
      'src/diagrams/mermaid/inside/messages.ts': [
        '\\s*\\(Help.*$',
        '[.!]+(?:\\s|$)',
        '(["\'])([^"\']+)\\1|\\[([^\\]]+)\\]',
      ],
      'src/diagrams/mermaid/inside/markElements.ts': ['\\d+$'],
      'src/diagrams/mermaid/place.ts': ['(?:[-=.~]{2,}[>xo]?|[-=.~]>+|[:,([{|])\\s*$', '\\n\\s*\\S'],
      'src/diagrams/mermaid/yamlError.ts': ['^\\s*[\\w-]+[^:]*$'],
      'src/diagrams/plantuml/findProblems.ts': [
        '<text[^>]*>([^<]*)<\\/text>',
        '\\s*\\(Assumed diagram type:.*$',
        '[?.\\s]+$',
      ],
    },
  },
  {
    reason: 'More than our proof can see; the checker finds them safe.',
    files: {
      'src/core/template/limits.ts': ['^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?![^ \\t])))*'],
      'src/core/decisions/references.ts': [
        '\\[([^[\\]\\r\\n]{1,300})\\](?:\\(<?([^()<>\\s]{1,500})>?(?:[ \\t]+"[^"]{0,200}")?\\)|\\[[^[\\]]{0,100}\\])?',
        '^["\'\\s:*_|(-]{0,20}(?:([\\w./-]{1,200}\\.md)\\b|((?:m?adr[-_])?0\\d{2,5}[-_][a-z\\d_-]{1,200}(?!\\w)|(?:m?a?dr[-_ #]{0,2}|(?:decision|record)\\s|[a-z]{2,10}[-_#]|#?)\\d{1,6})(?![\\w-]|\\.\\d))',
        '^[\\s\\p{L}"\'(:*_|-]{0,60}?(?<![\\p{L}\\d-])(?=(?:m?a?dr[-_ #]{0,2}|[a-z]{2,8}-|#)\\d{1,6}(?![\\w-]|\\.\\d))',
        '(?<=,|\\sand\\s|\\n\\s*-\\s)',
      ],
      'src/core/diagrams/boxArt/grid.ts': ['[^\\r\\n]*(?:\\r\\n?|\\n|$)'],
      'src/core/diagrams/sentences.ts': [
        '^(?:\\w+ing|[\\w ,-]{1,60}\\s(?:to|from|by|with|via|in|into|on|onto|of|for|at|through)|asks|builds|calls|checks|configures|consumes|contacts|contains|controls|creates|deploys|extends|fetches|has|hosts|implements|includes|invokes|loads|manages|monitors|notifies|owns|places|polls|queries|reads|runs|scrapes|starts|stops|triggers|updates|uses|validates|watches)$',
      ],
      'src/core/template/dialects/requirement.ts': [
        '^(?:optional|this (?:section |element |part )?is (?:an )?optional(?: (?:section|element|part))?)\\b(?:[.!:;,]?\\s*(?:(?:feel free to|you (?:may|can)|please|it can be|can be|and (?:can|may) be)\\s*)?(?:remove|delete|omit|drop|skip|left out)[^.]{0,60}\\.?)?[.!]?$',
      ],
      'src/core/lint/disable.ts': ['(?<!\\\\)\\[\\^(?:[^[\\]\\\\]|\\\\.)*\\]:[ \\t]*'],
      'src/core/template/naming.ts': ['(?<!\\\\)\\$(?:(\\d+)|\\{(\\d+)(?::((?:\\\\.|[^\\\\}$])*))?\\})'],
      'src/core/template/sectionMark.ts': [
        '<!--section\\b([\\s\\S]*?)(?:(-->)[ \\t]*(?:\\r\\n?|\\n)?|$)',
        '([^\\s="]+)(?:\\s*=\\s*"([^"]*)")?',
      ],
      'src/core/template/sectionSpecs.ts': ['^([*_]{1,2}|\\{|\\[|<)([\\s\\S]*?)(?:\\1|[}\\]>])$'],
      'src/core/decisions/optionName.ts': [
        '(?<!\\p{L})(?:options?|alternatives?|approach|solution|variant|proposal|choice|variante|ansatz|lösung|vorschlag|approche|opción|opcion|alternativa|solución|opção|solução|opzione|soluzione|optie|alternatief|oplossing|вариант|альтернатива|решение|方案|选项|選項|案|옵션|방안)[:：]?\\s{0,2}[#№]?(\\d{1,2}|[A-Z])(?![\\p{L}\\d])',
      ],
      'src/core/decisions/options.ts': ['^\\s*(?:\\([^()]{0,40}\\))?\\s*[:：–—-]?\\s*'],
      'src/rules/chosen-option.ts': [
        '^([*_]{0,2})(["“„«\'`]|\\*\\*|__)([^"”“»`\\n]{2,200}?)(?:["”“»\'`](?![\\p{L}\\p{N}])|\\*\\*|__)',
      ],
      'src/core/decisions/calendar.ts': [
        "(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th|er|º|°)?\\.?[ -](?:of |de |d')?(?<name>[\\p{L}\\p{M}]{3,12})\\.?,?[ -](?:de |del )?(?<y>\\d{4})(?!\\d)",
      ],
      'src/core/decisions/status.ts': ['^(?:(?:~~[^~]*~~|<del>[^<]*<\\/del>|<s>[^<]*<\\/s>)[ \\t]*)+'],
      'src/core/decisions/statusWord.ts': ['\\p{L}(?:.*\\p{L})?'],
      'src/core/template/variables.ts': ['(?<!\\\\)\\$(?:AUTHOR\\b|\\{AUTHOR(?::(?:\\\\.|[^\\\\}$])*)?\\})'],
      'src/diagrams/graphviz/findProblems.ts': [' in line \\d+.*$'],
      'src/diagrams/mermaid/inside/cleanUp.ts': [
        '%%\\{\\s*(?:\\w+\\s*:|\\w+)\\s*(?:\\w+|(?:(?!\\}%%)[\\s\\S])*)\\s*(?:\\}%%)?',
      ],
      'src/diagrams/mermaid/graph/architecture.ts': [
        '([\\w-]+?)(?:\\{group\\})?',
        '^(\\w+)\\s+([\\w-]+)\\s*(\\([^)]*\\)|"[^"]*")?\\s*(?:\\[([^\\]]*)\\])?',
      ],
      'src/diagrams/mermaid/graph/class.ts': ['(?:~[\\w, ]*)+~'],
      'src/diagrams/mermaid/graph/flowchart.ts': [
        '(?:style|linkStyle|classDef|class|click|direction)(?=\\s)(?:"[^"\\n]*"|[^\\n;])*',
        '--+([-xo>])',
        '==+([=xo>])',
      ],
      'src/diagrams/mermaid/graph/index.ts': ['^[ \\t]*acc(Title|Descr)(?:[ \\t]*:([^\\n]*)|\\s*\\{([^}]*)\\}?)'],
      'src/diagrams/mermaid/graph/requirement.ts': [
        '^(\\w*[rR]equirement|element|designConstraint)\\s+("[^"]*"|[^\\s"{}:<>-]+(?:-(?![>\\s])[^\\s"{}:<>-]+){0,20})(?::::[\\w-]+)?\\s*\\{',
        '^("[^"]*"|[^\\s"{}:<>-]+(?:-(?![>\\s])[^\\s"{}:<>-]+){0,20})\\s+(<-|-)\\s+(\\w+)\\s+(->|-)\\s+("[^"]*"|[^\\s"{}:<>-]+(?:-(?![>\\s])[^\\s"{}:<>-]+){0,20})$',
      ],
      'src/diagrams/mermaid/graph/state.ts': ['\\[\\*\\]|(?:[^\\s:{}"-]|-(?!->?))+'],
      'src/diagrams/plantuml/macros.ts': [
        '^([A-Z]\\w{1,40})\\s*\\(\\s*(\\w{1,100})\\s*(?:,\\s*(\\S.{0,799})?)?\\)\\s*(\\{)?',
      ],
      'src/extension/features/write/places.ts': ['^(\\*\\*\\/)?((?:[^*?{}[\\]!/]+\\/)+)[^/]*$'],
      'src/rules/measurable-requirement.ts': [
        '(?<![\\p{L}\\p{N}_.#/-])[<>≤≥~≈]?\\d[\\d.,]*(?!\\.?[\\p{L}_]{3,})|\\bO\\([\\w ^]{1,20}\\)|\\b(?:p\\d\\d|constant time|linear|nines|an? (?:second|minute|hour|day|order of magnitude))\\b',
      ],
      'src/rules/no-god-component.ts': ['(?:(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]+ )?$'],
      'src/reading/figures/amountLists.ts': [
        '^[^.,;$€£¥₹\\d]{2,60}[:–—=-]\\s{0,4}[~≈]?\\s?(?:[$€£¥₹]\\s?)?\\d[^.;]{0,60}$',
      ],
      'src/reading/figures/availability.ts': [
        '^(?:\\s+of)?(?:\\s+(?:allowed|unplanned|total|max(?:imum)?|permitted|acceptable))?(?:\\s+(?:downtime|outage|outages|down|unavailability))?\\s*(?:\\/\\s*|(?:per|an?|each|every|in an?|in one|in any|over an?)\\s+)(?:(30|90|365)[- ])?([a-z]+)',
      ],
      'src/reading/figures/commitments.ts': [
        '^(?:[^\\p{L}\\d→]|\\b(?:i\\.?e|aka|so|thus|hence|or|meaning|is|which|that|means?|allows?|leaves?|gives?|equals?|about|approx\\w*|roughly|around|only|just|at most|max|maximum|up to|no more than|less than|of|an?|the|allowed|permitted|acceptable|unplanned|total|down-?time|outages?|error|budget|unavailability|down|SL[AO]|availability|uptime|available|target|per|each|every|month|monthly|year|yearly|annual|annually|week|weekly|day|quarter|over|in|for|time|\\d+ days|\\w+ (?:and a half )?nines)\\b)*$',
        '^(?:[^\\p{L}\\d]|\\b(?:RPO|of|is|target|objective|about|max|at most|under|within|below|RTO)\\b)*$',
      ],
      'src/reading/components/dependencies.ts': ['\\s[-–—]\\s[\\s\\S]*$'],
      'src/reading/figures/extent.ts': [
        '\\bteam of (\\d{1,4}|[a-z]{3,5})\\b|\\b(\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|single|solo)[ -](?:[a-z]{2,12}[ -]){0,2}(?:engineers?|developers?|devs?|programmers?|people|persons?|ftes?)\\b',
      ],
      'src/reading/sections/findPlaceholders.ts': [
        '^([ \\t]*(?:- |[\\w-]{1,40}:)[ \\t]*["\']?)(T[Bb][ACDacd]|tb[acd]|TODO|FIXME|\\?\\?\\?)(?=["\']?[ \\t]*(?:#[^\\r\\n]*)?\\r?$)',
      ],
      'src/reading/figures/numbers.ts': [
        "(\\d{1,3}(?:[,'’_\\u00a0\\u202f]\\d{3}){1,6}(?!\\d)|\\d{1,18})(\\.\\d{1,12})?(?:e([+-]?\\d{1,3})(?!\\w)|( ?[×x*] ?10)?(?:\\^(-?\\d{1,3})|([⁰¹²³⁴-⁹]{1,3})))?",
      ],
      'src/reading/sections/placeholders.ts': [
        '(?<=^ ?|[:([=] ?|[–—-] |\\b(?:are|be|is|remains?|still) )(?:[Tt]b[acd]|(?<!\\()TBA)(?=\\s*$|[\\].;!]|\\)[.\\s]*$| \\((?![Tt])| by )',
        '[([](?:[\\w-]{1,20} ){0,2}(?:content|contents|details|diagram|drawing|example|figure|figures|image|numbers|picture|screenshot|table|text)(?: (?:for|of) [\\w -]{1,40})? (?:(?:coming soon|goes here|still missing|to be added|to come|to follow)[)\\]](?![([:\\w])|(?:follows|missing)[)\\]](?=[.\\s]*$))',
        '(?<![\\w`\'"“/.-])(?<!\\b(?:an?|the|this|that|each|every|our|your|its) (?=TODO [a-z]))(?:TODO|TBD|TBC|TKTK|TK|FIXME)(?![\\w`\'"”/-]|\\.\\w|\\s+(?:lists?|apps?|items?|comments?|boards?|columns?|files?|entry|entries|features?|pages?|markers?|web ?sites?|services?|labels?|tags?)\\b)(?:\\([\\w@ .-]{1,30}\\))?',
        "(?<![\\w\\])!\\\\[])\\[(?:N{2,4}|(?:Name|Title|Author|Date|Link|Owner|Description|Details|Purpose|Tool|Policy|Strategy|Number|Mitigation|Approach|Question|Requirement|Component|Service|System|Feature|Product|Term|Definition|Phase|Risk|Goal|Option|Metric|Stakeholder|Team|Role)s?(?: ?(?:\\d|[A-Z]|name|here))?|(?:e\\.g\\.,? )?(?!Open for |Work in |In progress|Out of |Not )[A-ZÄÖÜ][a-zäöüß'’]*[ ,/][^[\\]\\n]{2,300}|[A-Za-z][^[\\]\\n.]{10,300}\\.{3})\\](?![([:\\w\\]])",
        '(?<=[^\\s\\])!\\\\] ?)\\[[KMNX-Z]\\](?![([:\\w])|^\\[[KMNX-Z]\\](?=$|[ ,](?:%|[kMGTP]i?B|ms|sec|min|hours?|days?|weeks?|months?|years?|users?|req|rps|instances?|nodes?)\\b)',
        '^<[A-Za-z][a-z]*(?: [A-Za-z0-9]+)+>$',
      ],
      'src/reading/figures/totals.ts': [
        '^[^\\p{L}\\d$€£]{0,8}(?:(?:estimated|grand|overall|monthly|annual|yearly|approximate|the|combined|running|project(?:ed)?|expected|current|sub)[ -]){0,3}(?:(?:sub-?)?totals?|sum|gesamt(?:kosten|summe)?|summe|合计|总计|合計)(?![\\p{L}-])',
        '^(?:(?:of|all|the|above|estimated|monthly|annual|yearly|costs?|spend|spending|price|amount|bill|estimate|expenses|infra|infrastructure|cloud|hosting|running|operational|operating|per|a|month|year|day|hour|mo|yr|about|approx|approximately|roughly|around|is|in|for|production|prod)\\b|[^\\p{L}\\d$€£(])*$',
        '[^()]*(\\([^()]{0,300}\\))?',
      ],
      'src/webview/portableIds.ts': ['url\\(\\s*(["\']?)#([^"\'()\\s]+)\\1\\s*\\)'],
      'src/webview/sanitizeCss.ts': [
        '(?:url\\(\\s*["\']?(?!\\s*["\']?#)|(?:image-set|cross-fade|image|src|element|paint)\\(|@import|expression\\()',
      ],
    },
  },
  {
    reason:
      'The checker is not sure. What may repeat is bounded, or can begin at one place only; on the text that it gives the time grows with the length.',
    files: {
      'src/core/decisions/completion.ts': ['(?:(?<!\\p{L})\\p{L}+(?: \\p{L}+){0,2} ?)?$'],
      'src/core/decisions/fields.ts': [
        "(^|[|｜·•;,，、—–>]|\\s[/-]|\\s\\s|\\s(?=[*_]))\\s{0,3}([*_]{0,3})([\\p{L}][\\p{L}\\p{M} '’()-]{0,40}?)([*_]{0,3})[ \\t]{0,3}$",
      ],
      'src/core/decisions/edits.ts': [
        '[|>][-+\\d]{0,2}[ \\t]*(?:#[^\\r\\n]*)?\\r?\\n\\s*$',
        '(?<!\\p{L})\\p{L}+(?=[*_]{0,3}[ \\t]*[:：])',
      ],
      'src/diagrams/plantuml/kinds.ts': ["^[^'!]\\S{0,80} *(?:<?-[-\\\\/]?>?>?|<<?--?) *\\S[^:]{0,80}:"],
    },
  },
]
