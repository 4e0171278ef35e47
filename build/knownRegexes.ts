/** Regular expressions that the checker does not find safe, and why they may stay: by reason, then by file. */
export const knownRegexes: readonly {
  readonly reason: string
  readonly files: Readonly<Record<string, readonly string[]>>
}[] = [
  {
    reason:
      'What is tried again from each place is a number of letters that stands in the expression: linear, with a larger factor.',
    files: {
      'src/checklist/components.ts': ['(?:[\\w-]{1,30}[` ]{1,2})?[\\w-]{1,40}$'],
      'src/checklist/util/pictures.ts': [
        '<(?:img|object|embed)\\b[^>]{0,500}>|<svg\\b|\\{[{%][^}\\n]{0,200}\\.(?:svg|png)\\b',
        '^[ \\t]*(?:stateDiagram|gantt|journey|gitGraph|timeline|pie|mindmap|quadrantChart|xychart|activity)|^[ \\t]*(?:start|stop|:[^;\\n]{1,80};)[ \\t]*$',
      ],
      'src/core/adr/completion.ts': ['["\']?(\\[?[\\p{L}\\d #-]{0,60})$'],
      'src/core/dialects/requirement.ts': [
        '[([]\\s*(?:(?:optional|if (?:applicable|relevant|needed|any)|where applicable|when applicable|(mandatory|required))\\s*|include (?:only )?(?:if|when)\\b[^)\\]]{0,80})[)\\]][*_]*',
      ],
      'src/core/slices.ts': ['^ {0,3}\\[(\\^?)([^\\]\\r\\n]{1,999})\\]:'],
      'src/diagrams/mermaid/outline/flowchart.ts': ['\\.{1,9}-([xo>]?)'],
      'src/rules/diagram-alt-text.ts': ['<img\\b[^>]{0,1000}>'],
      'src/rules/missing-team-fit.ts': [
        '\\b(?:nobody|no\\sone|none\\sof\\s(?:us|them)|team|developers|engineers|we)\\b[^.;\\n]{0,40}\\b(?:has|have)\\s(?:no|never|little|limited)\\s(?:\\w{2,12}\\s){0,2}?(?:experience|expertise|knowledge|used|run|operated|worked)\\b|\\b(?:nobody|no\\sone|none\\sof\\s(?:us|them))\\b[^.;\\n]{0,40}\\b(?:has|have)\\s(?:any\\s)?(?:experience|expertise|knowledge|used|run|operated|worked)\\b',
      ],
      'src/rules/util/componentNames.ts': ['\\([^)]{0,80}\\)'],
      'src/rules/util/passages.ts': ['\\]\\([^()\\n]{0,500}\\)|\\[\\^[^\\]\\n]{1,60}\\]'],
    },
  },
  {
    reason: 'Begins where a word does and tries three words from there: linear, but the checker counts each letter.',
    files: { 'src/core/adr/completion.ts': ['(?:(?<!\\p{L})\\p{L}+(?: \\p{L}+){0,2} ?)?$'] },
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
    reason:
      'Put together at run time: the checker sees no pattern. What is put in is words of ours, never those of a document.',
    files: {
      'src/core/adr/completion.ts': ["new RegExp(phrase.source + begun.source, 'iu')"],
      'src/rules/util/topics.ts': ["new RegExp(`^(?:${alternatives.join('|')})$`, 'u')"],
      'src/diagrams/plantuml/outline.ts': [
        "new RegExp(String.raw`^(?:abstract\\s+)?(?:([a-z]{3,12})\\s+)?(${name})(?:\\s+as\\s+(${name}))?`, 'd')",
        'new RegExp(\n  String.raw`^(${name})\\s*(?:"[^"]{0,100}"\\s*)?(${ends}{0,3}[-.=~]{1,9}(?:\\[[^\\]]{0,80}\\])?(?:left|right|up|down|le|ri|do|[lrud])?[-.=~]{0,9}${ends}{0,3})\\s*(?:"[^"]{0,100}"\\s*)?(${name})${lifeline}(?:\\s*:(.{0,500}))?`,\n  \'d\',\n)',
      ],
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
