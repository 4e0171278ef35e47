/** Regular expressions that the checker does not find safe, and why they may stay: by reason, then by file. */
export const knownRegexes: readonly {
  readonly reason: string
  readonly files: Readonly<Record<string, readonly string[]>>
}[] = [
  {
    reason: 'What is tried again is a bounded number of letters: linear, with a larger factor.',
    files: {
      'src/checklist/components.ts': ['(?:[\\w-]{1,30}[` ]{1,2})?[\\w-]{1,40}$'],
      'src/checklist/util/pictures.ts': [
        '<(?:img|object|embed)\\b[^>]{0,500}>|<svg\\b|\\{[{%][^}\\n]{0,200}\\.(?:svg|png)\\b',
      ],
      'src/core/adr/completion.ts': ['["\']?(\\[?[\\p{L}\\d #-]{0,60})$'],
      'src/core/slices.ts': ['^ {0,3}\\[(\\^?)([^\\]\\r\\n]{1,999})\\]:'],
      'src/rules/diagram-alt-text.ts': ['<img\\b[^>]{0,1000}>'],
      'src/rules/util/componentNames.ts': ['\\([^)]{0,80}\\)'],
      'src/rules/util/findPlaceholders.ts': ['<!--[\\s\\S]{0,2000}?-->'],
      'src/rules/util/passages.ts': ['\\]\\([^()\\n]{0,500}\\)|\\[\\^[^\\]\\n]{1,60}\\]'],
    },
  },
  {
    reason: 'In the sandboxed frame, on pictures that an engine of ours has drawn; a frame that hangs is thrown away.',
    files: {
      'src/diagrams/plantumlRender.ts': ['^\\s*(?:skinparam|!theme|!include|<style>)|#[a-z\\d]{3}|<color|<back'],
      'src/diagrams/util/editSvg.ts': ['<style[^>]*>[^<]*<\\/style>'],
      'src/webview/sanitize.ts': ['<style[^>]*>([^<]*)<\\/style>'],
    },
  },
  {
    reason: 'Put together at run time: the checker sees no pattern. What is put in is words of ours, or numbers.',
    files: {
      'src/core/adr/completion.ts': ["new RegExp(phrase.source + begun.source, 'iu')"],
      'src/core/naming.ts': ['new RegExp(`^#[ \\\\t]+\\\\$\\\\{${numberStop.index}:[^}]*\\\\}\\\\.`)'],
      'src/rules/util/answers.ts': [
        "new RegExp(\n    `^[ \\\\t>]*(?:[-*+][ \\\\t]+)?(?:\\\\*\\\\*|__)?${words}(?:\\\\*\\\\*|__)?[ \\\\t]*:[ \\\\t]*(?:\\\\*\\\\*|__)?[ \\\\t]*[\"']?`,\n    'gimu',\n  )",
      ],
      'src/rules/util/topics.ts': ["new RegExp(`^(?:${alternatives.join('|')})$`, 'u')"],
      'src/diagrams/plantuml/outline.ts': [
        "new RegExp(String.raw`^(?:abstract\\s+)?(?:([a-z]{3,12})\\s+)?(${name})(?:\\s+as\\s+(${name}))?`, 'd')",
        'new RegExp(\n  String.raw`^(${name})\\s*(?:"[^"]{0,100}"\\s*)?(${ends}{0,3}[-.=~]{1,9}(?:\\[[^\\]]{0,80}\\])?(?:left|right|up|down|le|ri|do|[lrud])?[-.=~]{0,9}${ends}{0,3})\\s*(?:"[^"]{0,100}"\\s*)?(${name})(?:\\s*:(.{0,500}))?`,\n  \'d\',\n)',
      ],
    },
  },
  {
    reason:
      'More than linear on a run of thousands of letters that it may begin with. To be rewritten, or not yet decided by the checker.',
    files: {
      'src/checklist/monitoring.ts': ['`\\w+_\\w+`'],
      'src/core/adr.ts': ['^#+[ \\t]*|[ \\t]*#*[ \\t]*$'],
      'src/core/adr/completion.ts': ['(?:\\p{L}+(?: \\p{L}+){0,2} ?)?$'],
      'src/core/adr/date.ts': ['[\\s"\'*_\\\\]+$'],
      'src/core/adr/edits.ts': [
        '[ \\t]*$',
        '^[ \\t]*\\|?[ \\t]*[*_]*(?:status|状态|状態)',
        '^[ \\t]*\\r?\\n[ \\t]*\\|?[ \\t]*:?-',
        '\\p{L}+(?=[*_]{0,3}[ \\t]*[:：])',
      ],
      'src/core/adr/options.ts': ['[\\s:：]+$'],
      'src/core/dialects/findChanges.ts': [
        '^#{1,6}[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*$',
        '^\\[\\p{Lu}[^,]* [^,]*\\]$',
        '[ \\t]*(?<!\\\\)\\|?[ \\t]*$',
      ],
      'src/core/dialects/requirement.ts': [
        '\\s*[-–—:]\\s*(?:(optional)|(mandatory|required))\\s*$',
        '\\s*[*_]*[([]\\s*(?:(optional|if (?:applicable|relevant|needed|any)|where applicable|when applicable|include (?:only )?(?:if|when)\\b[^)\\]]{0,80})|(mandatory|required))\\s*[)\\]][*_]*',
        '^(?:optional|this (?:section |element |part )?is (?:an )?optional(?: (?:section|element|part))?)\\b(?:[.!:;,]?\\s*(?:feel free to|you (?:may|can)|please|it can be|can be|and (?:can|may) be)?\\s*(?:remove|delete|omit|drop|skip|left out)[^.]{0,60}\\.?)?[.!]?$',
      ],
      'src/core/disable.ts': ['\\[\\^[^\\]]*\\]:[ \\t]*'],
      'src/core/fit.ts': ['^#+[ \\t]+(?:section|chapter)?[ \\t]*\\d', '[^#\\s].*$'],
      'src/core/places.ts': ['[\\r\\n]+$'],
      'src/core/removeComment.ts': ['[ \\t]*$'],
      'src/core/sectionMark.ts': ['<!--section\\b([\\s\\S]*?)-->[ \\t]*(?:\\r\\n?|\\n)?'],
      'src/core/status.ts': ['^[^\\p{L}]+|[^\\p{L}]+$'],
      'src/core/template.ts': ['[\\s:#-]+$'],
      'src/diagrams/mermaid/outline/c4.ts': ['\\s*("[^"\\n]*"|[^,)"\\n]*)'],
      'src/diagrams/mermaid/outline/class.ts': [
        '\\s*("[^"\\n]*")?\\s*(<\\||[*o<]|\\(\\))?(?:--|\\.\\.)(\\|>|[*o>]|\\(\\))?\\s*("[^"\\n]*")?\\s*',
      ],
      'src/diagrams/mermaid/outline/flowchart.ts': ['\\.+-([xo>]?)'],
      'src/diagrams/mermaid/outline/index.ts': [
        '^([^\\S\\n]*)acc(Title|Descr)[^\\S\\n]*(?::([^\\n]*)|\\s*\\{([^}]*)\\}?)',
        '^(?:[^\\S\\n]*|pie[^\\S\\n]+(?:showData[^\\S\\n]+)?)title[^\\S\\n]+([^\\n]*)',
      ],
      'src/rules/adr-alternatives.ts': [
        '\\b(?:pros?|advantages?|benefits?|good|upsides?|strengths?|positives?|plus)\\b|优点|^\\s*(?:[-*+]\\s+)?(?:\\+|✅|👍|➕)',
        '\\b(?:cons?|disadvantages?|drawbacks?|bad|downsides?|weakness(?:es)?|negatives?|minus|risks?)\\b|缺点|^\\s*(?:[-*+]\\s+)?(?:❌|👎|➖)',
      ],
      'src/rules/adr-consequences.ts': ['<!--[\\s\\S]*?-->'],
      'src/rules/allowed-choice.ts': ['\\s+\\S*\\d\\S*$'],
      'src/rules/diagram-alt-text.ts': ['[?#].*$', '[^/]+(?=\\/?$)'],
      'src/rules/no-god-component.ts': ['(?:[\\p{L}\\p{N}]+ )?$'],
      'src/rules/util/answers.ts': ['[ \\t]*\\|?$'],
      'src/rules/util/availability.ts': ['0+$'],
      'src/rules/util/equations.ts': ['[.-]+$'],
      'src/rules/util/numbers.ts': ['0*$'],
      'src/rules/util/passages.ts': ['[\\r\\n]+$'],
      'src/checklist/util/pictures.ts': [
        '^[ \\t]*(?:C4\\w+|architecture-beta|block-beta|block)\\b|^[ \\t]*(?:component|node|package|cloud|database|rectangle|queue|frame)\\b|!include.{0,80}C4|^[ \\t]*(?:System|Container|Component|Deployment_Node)\\w*\\(',
        '^[ \\t]*(?:stateDiagram|gantt|journey|gitGraph|timeline|pie|mindmap|quadrantChart|xychart|activity)|^[ \\t]*(?:start|stop|:[^;\\n]{1,80};)\\s*$',
      ],
      'src/core/diagramChecker.ts': ['\\B(?=(\\d{3})+$)'],
      'src/extension/features/createTemplate.ts': ['^(\\p{L}[\\p{L} /&-]{1,40}?)(?:[-# ]?\\d{1,6})?\\s*:'],
      'src/diagrams/plantuml/macros.ts': [
        '^([A-Z]\\w{1,40})\\s*\\(\\s*(\\w{1,100})\\s*(?:,\\s*(.{1,800}))?\\)\\s*(\\{)?',
      ],
      'src/diagrams/plantuml/outline.ts': ['>[^-.=~]*$', '^["[(:]+|["\\]):]+$'],
      'src/rules/missing-team-fit.ts': [
        '\\b(?:nobody|no\\sone|none\\sof\\s(?:us|them)|team|developers|engineers|we)\\b[^.;\\n]{0,40}\\b(?:has|have)\\s(?:no|never|little|limited)\\s(?:\\w{2,12}\\s){0,2}?(?:experience|expertise|knowledge|used|run|operated|worked)\\b|\\b(?:nobody|no\\sone|none\\sof\\s(?:us|them))\\b[^.;\\n]{0,40}\\b(?:has|have)\\s(?:any\\s)?(?:experience|expertise|knowledge|used|run|operated|worked)\\b',
      ],
      'src/rules/util/cells.ts': ['[ \\t]*\\|?$'],
      'src/rules/util/dependencies.ts': ['\\s+(?:for|to|from|in|on|via|with|that|which|is|are|when|by|over|of)\\s.*$'],
    },
  },
  {
    reason: 'In the diagram worker, which is killed when a diagram takes too long.',
    files: {
      'src/diagrams/graphviz/findProblems.ts': ['\\s*(?:->|--)\\s*'],
      'src/diagrams/mermaid/cleanUp.ts': ['<\\w+[^<>]*>', '(?<=(?:style|classDef).*:\\S*#.*);(?!.*;)'],
      'src/diagrams/mermaid/drawable.ts': ['^\\s*(?:Bi)?Rel\\w*\\s*\\('],
      'src/diagrams/mermaid/halfArrow.ts': ['"[^"]*"|\\[[^\\]]*\\]|\\([^)]*\\)|\\{[^}]*\\}|\\|[^|]*\\|'],
      'src/diagrams/mermaid/hints.ts': [':.*?;(?=.)|:.*;$'],
      'src/diagrams/mermaid/langiumError.ts': ['^\\s*\\d+\\. \\[([^\\],]+)'],
      'src/diagrams/mermaid/messageError.ts': [
        '\\s*\\(Help.*$',
        '[.!]+(?:\\s|$)',
        '(["\'])([^"\']+)\\1|\\[([^\\]]+)\\]',
      ],
      'src/diagrams/mermaid/parts.ts': ['\\d+$'],
      'src/diagrams/mermaid/place.ts': ['(?:[-=.~]{2,}[>xo]?|[-=.~]>+|[:,([{|])\\s*$', '\\n\\s*\\S'],
      'src/diagrams/mermaid/unclosed.ts': [
        '^\\s*(?:\\w+\\s*:)?\\s*block(?:\\s*:|\\s*$)',
        '^\\s*note\\s+(?:left|right)\\s+of\\s+[^:]*$',
      ],
      'src/diagrams/mermaid/yamlError.ts': ['^\\s*[\\w-]+[^:]*$'],
      'src/diagrams/plantuml/findProblems.ts': [
        '<text[^>]*>([^<]*)<\\/text>',
        '\\s*\\(Assumed diagram type:.*$',
        '[?.\\s]+$',
      ],
    },
  },
]
