/** Patterns for what templates and authors leave for later. Each begins with something rare, so that none can hang. */
export const placeholderPatterns: readonly RegExp[] = [
  // Markers of unfinished work, not a "TODO list", "the TODO column" or "TODO.md".
  /(?<![\w`'"“/.-])(?<!\b(?:an?|the|this|that|each|every|our|your|its) (?=TODO [a-z]))(?:TODO|TBD|TBC|TKTK|TK|FIXME)(?![\w`'"”/-]|\.\w|\s+(?:lists?|apps?|items?|comments?|boards?|columns?|files?|entry|entries|features?|pages?|markers?|web ?sites?|services?|labels?|tags?)\b)(?:\([\w@ .-]{1,30}\))?/g,
  // `tbd` and `TBA` are ordinary letters too, so they count only as a value: alone, after a label or a verb.
  /(?<=^ ?|[:([=] ?|[–—-] |\b(?:are|be|is|remains?|still) )(?:[Tt]b[acd]|(?<!\()TBA)(?=\s*$|[\].;!]|\)[.\s]*$| \((?![Tt])| by )/g,
  // A text or drawing that is announced: `(diagram of the flow to follow)`, `[content missing]`
  /[([](?:[\w-]{1,20} ){0,2}(?:content|contents|details|diagram|drawing|example|figure|figures|image|numbers|picture|screenshot|table|text)(?: (?:for|of) [\w -]{1,40})? (?:(?:coming soon|goes here|still missing|to be added|to come|to follow)[)\]](?![([:\w])|(?:follows|missing)[)\]](?=[.\s]*$))/gi,
  /(?<![?\w])\?\?\?+(?![?\w])/g,
  // At the end of a clause; what is still to be confirmed by a user, or yet to be written to a disk, is different.
  /\b(?:still|yet) to be (?:determined|defined|decided|described|discussed|specified|clarified|filled in)(?=[.,;)]|$)/gi,
  /\bwill be (?:described|defined|specified|written|documented) later\b/gi,
  /\blorem ipsum\b/gi,
  // Only in brackets: text about users who fill in a form has none.
  /[([](?:please )?fill (?:this )?in(?: later| here)?[)\]](?![(:])/gi,
  // Nobody yet: `N.N.`, but not somebody's initials.
  /(?<![\w.])N\. ?N\.(?!\s*\p{L})/gu,
  // An amount without digits, with what it is paid for. Elsewhere `$X` may be a variable or a formula.
  /(?<![\w$\\])\$X[X,.]{0,9}(?= ?\/[a-z]| (?:per|an?|each|every) (?:second|minute|hour|day|week|month|year|user|seat|request|order|GB|TB)\b)/g,
  // `XX robots`, `____`; but not "where XX is a number"
  /(?<![\w$.#-])XX(?= [a-z]{2})(?! (?:century|is|are|stands?|means?|denotes?)\b)/g,
  /(?<!\w)_{4,20}(?!\w)/g,
  // `XXX berths`, whatever follows, but not part of a name or number, such as `CVE-XXXX` and `1.XXX`
  /(?<![\w$.#/-])XXX{1,6}(?![\w-]|\.\w|\/| (?:is|are|stands?|means?|denotes?)\b)/g,
  // {{ variable }}, {{harbour_name}}: a name or words, not an expression for a site generator: `{{ page.title }}`.
  /(?<![\w$\\{`])\{\{ ?(?!(?:content|info|note|tip|toc|warning) ?\})[A-Za-z][\w -]{0,60}\}\}(?![\w}`])/gi,
  // [NEEDS CLARIFICATION: which one?], <<[UNRESOLVED owner]>>
  /\[NEEDS CLARIFICATION(?::[^\]\n]{0,200})?\]/g,
  /<<\[\/?UNRESOLVED[^\]\n]{0,100}\]>>/g,
  /(?<![\w-])YYYY-MM-DD(?![\w-])/g,
  // [Describe the forces at play], [X], [Name]: begins with letters; not a reference such as [RFC 2119] or [[Page]].
  /(?<![\w\])!\\[])\[(?:N{2,4}|(?:Name|Title|Author|Date|Link|Owner|Description|Details|Purpose|Tool|Policy|Strategy|Number|Mitigation|Approach|Question|Requirement|Component|Service|System|Feature|Product|Term|Definition|Phase|Risk|Goal|Option|Metric|Stakeholder|Team|Role)s?(?: ?(?:\d|[A-Z]|name|here))?|(?:e\.g\.,? )?(?!Open for |Work in |In progress|Out of |Not )[A-ZÄÖÜ][a-zäöüß'’]*[ ,/][^[\]\n]{2,300}|[A-Za-z][^[\]\n.]{10,300}\.{3})\](?![([:\w\]])/g,
  // [谁有此问题，多久发生一次]: a clause in Chinese, not a reference such as [附录一].
  /(?<![\w\])!\\[])\[\p{Script=Han}[^[\]\n]{5,300}\](?![([:\w\]])/gu,
  // [ ... add to this list ... ]
  /\[ ?(?:\.{3}|…) [^[\]\n]{2,100}\](?![([:\w])/g,
  // [X] for a number, not [A] for an option; at the start of a line it is a checkbox unless a unit follows.
  /(?<=[^\s\])!\\] ?)\[[KMNX-Z]\](?![([:\w])|^\[[KMNX-Z]\](?=$|[ ,](?:%|[kMGTP]i?B|ms|sec|min|hours?|days?|weeks?|months?|years?|users?|req|rps|instances?|nodes?)\b)/g,
  // {title of option 1}: words, not a set, not code and not one of several tokens in a row.
  /(?<![\w$/\\{}`])\{[A-Za-z][A-Za-z0-9'’]* [A-Za-z0-9'’ ,./-]{2,200}\}(?![\w/{}`])/g,
]

/** Placeholders only if they are all there is on a line, in a cell or after a label. */
export const placeholderAlone =
  /^ ?((?:please )?fill (?:this )?in(?: later| here)?[.!…]?|\$X{1,4}(?:[.,]X{1,3}){0,3})\s*$/i

/** Whether a text can contain any of the patterns at all: a cheap test, since most texts contain none. */
export const placeholderHint =
  /[[{]|<<|\?\?\?|YYYY|T(?:ODO|B[ACD]|K)|[Tt]b[acd]|FIXME|[Ff]ollow|[Mm]issing|goes here|[Cc]oming [Ss]oon|to come|FOLLOW|MISSING|to be |TO BE |later|[Ll]orem|[Ff]ill |FILL |N\. ?N\.|\$X|XX|____/

/** HTML elements: `<br>` is markup, `<your name>` is a placeholder. */
const elements =
  /^<\/?(?:a|abbr|address|article|aside|audio|b|bdi|bdo|blockquote|br|button|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|form|g|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|label|li|main|map|mark|meter|nav|object|ol|option|p|path|picture|pre|progress|q|rect|rp|rt|ruby|s|samp|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|text|textarea|tfoot|th|thead|time|tr|track|tt|u|ul|var|video|wbr)\b/i

/** Whether an inline HTML node is a placeholder in angle brackets: two or more words without attributes. */
export const isAnglePlaceholder = (html: string): boolean =>
  /^<[A-Za-z][a-z]*(?: [A-Za-z0-9]+)+>$/.test(html) && !elements.test(html)

/**
 * Whether brackets at the start of a line label it, as in `- [Platform team] Deploys the gateway`: at most three words,
 * followed by a sentence; or a number, followed by a name, as in `### [Option 2] PostgreSQL`.
 *
 * @param after the text after the brackets
 */
export const isLineLabel = (bracketed: string, after: string): boolean =>
  bracketed.startsWith('[') &&
  ((bracketed.split(/[ /]+/).length <= 3 && /^ \p{Lu}[\p{L}’']* \S+ \S/u.test(after)) ||
    (/^\[\p{Lu}\p{Ll}+ (?:\d{1,2}|[A-Z])\]$/u.test(bracketed) && /^ [\p{Lu}\d`"'“]/u.test(after)))

/**
 * Whether brackets are all of a heading, but for a label, with a text below it: a name that has kept the brackets of a
 * template, as in `### [Only Kafka]` and `### Option 2: [Only Redis]`.
 *
 * @param before the text before the brackets, in their line, and `after` that after them
 */
export function isNamedHeading(bracketed: string, before: string, after: string): boolean {
  const marks = /^(#{2,6}) (?:[^\n[\]:.]{0,20}[:.] )?(?:\*\*)?$/.exec(before)?.[1]
  if (marks === undefined || !/^\[\p{Script=Latin}/u.test(bracketed)) return false
  if (standsForAny.test(bracketed.replace(/^\[\w+ [\dA-Z]: /, '')) || asks.test(bracketed)) return false
  if (anyPart.test(bracketed)) return false
  const [end = '', ...lines] = after.split('\n')
  if (!/^\**(?: \([^)\n]{1,20}\))?[ #\r]*$/.test(end)) return false
  const next = lines.findIndex((line) => (/^ {0,3}(#+)/.exec(line)?.[1]?.length ?? 7) <= marks.length)
  return isWrittenText(lines.slice(0, next < 0 ? undefined : next).join('\n'))
}

/** Headings that stand for any part of their kind: `[Another approach]`, `[Risk 1]`. */
const anyPart = /\b(?:alternative|approach|decision|entity|milestone|phase|phrase|risk|topic)s?(?: [\dA-Z])?\]$/i

/** Whether a text is more than guidance, labels and brackets. A Chinese character counts as a word of three letters. */
function isWrittenText(text: string): boolean {
  const words = text.replace(/<[^<>\n]{0,200}>|\*\*[^*\n]{1,40}\*\*:?|\[\[[^[\]\n]{0,100}\]\]/g, ' ')
  if (/\[[^[\]\n]{0,300}\](?![([:])|\bT(?:BD|ODO)\b|\.\.\.|…/.test(words)) return false
  const [first = ''] = words.trim().split('\n')
  if (/^[_*][^\n]*[_*]$/.test(first) || asks.test(`[${first.replace(/^[-*] /, '')}`)) return false
  const letters = words.match(/\p{L}/gu) ?? []
  const unspaced = letters.filter((letter) => /[\u3040-\u30ff\u3400-\u9fff]/.test(letter)).length
  return letters.length + 2 * unspaced >= leastBelow
}

/** The number of letters below a heading that make it written. */
const leastBelow = 40

/**
 * Whether brackets, or a date, are part of a format that the text describes: the value of a variable, as in
 * `HOST={name of the host}`, beside fields in capitals, as in `'{API}' needs {OS version}`, or next to words such as
 * *the format*.
 *
 * @param before the text before the brackets, and `after` that after them
 */
export const isPartOfFormat = (bracketed: string, before: string, after: string): boolean =>
  (bracketed.startsWith('{') &&
    (/\w=["']?$/.test(before) || field.test(lastLine(before)) || field.test(line(after)))) ||
  (/^(?:\{|\[(?!NEEDS ))/.test(bracketed) && /\b(?:format|pattern|prefix|suffix|syntax) (?:of )?$/i.test(before)) ||
  (bracketed.startsWith('YYYY') && (formatBefore.test(before) || formatBehind.test(after)))

/** What introduces the format of a date, unlike `starts YYYY-MM-DD`, and what follows it. */
const formatBefore =
  /(?:\b(?:format(?:s|ted|o)?|iso(?: 8601)?|pattern|prefix(?:ed)?|suffix|syntax|written)(?: is|:| of| as| in| with)?|\b(?:begin|start|end)(?:s|ning|ing)? with|格式[为：:]?|使用) ?\(?$/i
const formatBehind = /^\)? ?(?:dates?\b|format|pattern|prefix|strings?\b|suffix|格式)/i

/** Whether `XXX` is a quoted value, as in `the field shows "XXX"`, and not one to be filled in: `"XXX" per month`. */
export const isQuotedValue = (found: string, before: string, after: string): boolean =>
  /^X+$/.test(found) && /["“„'‘«「]$/.test(before) && /^["”“'’»」](?! ?(?:per|an?|each|every|\/))/.test(after)

const field = /\{[A-Z][A-Z\d_]{0,39}\}/
const line = (text: string): string => text.split(/[\r\n]/, 1)[0] ?? ''
const lastLine = (text: string): string => text.split(/[\r\n]/).at(-1) ?? ''

/**
 * Whether brackets in a sentence hold a name rather than a placeholder, as in `the [Workspace Trust] feature`: a link
 * whose definition is missing.
 *
 * @param before the text before the brackets, and `after` that after them
 */
export const isNameInSentence = (bracketed: string, before: string, after: string): boolean => {
  if (!bracketed.startsWith('[') || bracketed.startsWith('[NEEDS ')) return false
  // `[the order repository] (https://…)`: a link with a space too many
  if (/^ \(https?:/.test(after)) return true
  const words = bracketed.slice(1, -1).split(' ')
  const isSmall = (word: string) => small.test(word) || (words.length > 2 && /^\d{1,4}$/.test(word))
  const isName = words.length > 1 && words.every((word, at) => /^\p{Lu}/u.test(word) || (at > 0 && isSmall(word)))
  // `[Jane Doe] (@jane)`
  const isInSentence = after.startsWith(' (@') || /\p{Ll}\p{Ll} $/u.test(before) || /^ \p{Ll}{2,} \p{L}/u.test(after)
  // `see [Renewal of certificates]`
  const isReference = words.length > 1 && /\b(?:see(?: also)?|according to) $/i.test(before) && !asks.test(bracketed)
  return ((isName && isInSentence) || isReference) && !standsForAny.test(bracketed)
}

const small = /^(?:an?|and|at|by|for|from|in|of|on|the|to|with)$/

/** How a template asks for something: `[Describe how keys are renewed]`. */
const asks = /^\[(?:Add|Describe|Explain|Give|How|List|Name|Say|State|What|When|Where|Which|Who|Why|Write)\b/

/** Words for what differs from one document to the next: `[Product Name] is …`. */
const standsForAny =
  /\b(?:author|company|component|customer|date|description|feature|link|name|number|option|organi[sz]ation|owner|product|project|role|service|system|team|title|type|user|version)\b/i
