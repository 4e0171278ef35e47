/** Which version of mermaid each kind of diagram needs, and what is drawn where documents are read. */

/** Major and minor. */
type Version = readonly [number, number]

/** A place where documents are read. */
export interface ReadingPlace {
  readonly name: string
  /** The version of mermaid that runs there; absent if it is not published. */
  readonly mermaid?: Version
  /** The kinds that are drawn there, if only those are documented; absent if it draws all that its version supports. */
  readonly kinds?: ReadonlySet<string>
  /** When this was looked up; absent if the user gave the version. */
  readonly asOf?: string
}

/**
 * By the name used in settings. If a place runs another version by now, users can set that, such as `mermaid@11.15`,
 * until this table is updated.
 */
const places: ReadonlyMap<string, ReadingPlace> = new Map<string, ReadingPlace>([
  // A diagram that begins with `info` shows the version, which is reported in mermaid's issue 8289.
  ['github', { name: 'GitHub', mermaid: [11, 17], asOf: '2026-09' }],
  // The handbook lists kinds but no version; `flowchart` is not among its keywords.
  [
    'azure-devops',
    {
      name: 'Azure DevOps',
      kinds: new Set([
        ...['graph', 'sequenceDiagram', 'gantt', 'classDiagram', 'stateDiagram', 'journey', 'pie'],
        ...['requirementDiagram', 'gitGraph', 'erDiagram', 'timeline'],
      ]),
      asOf: '2025',
    },
  ],
])

/** The names of all places. */
export const placeNames: readonly string[] = [...places.keys()]

/** The place with this name, or one that runs a version, such as `mermaid@11.4`; undefined for anything else. */
export function placeOf(name: string): ReadingPlace | undefined {
  const [, major, minor = '0'] = /^mermaid@v?(\d{1,3})(?:\.(\d{1,3}))?(?:\.\d{1,3})?$/.exec(name) ?? []
  if (major === undefined) return places.get(name)
  const mermaid: Version = [Number(major), Number(minor)]
  return { name: `mermaid ${mermaid.join('.')}`, mermaid }
}

/**
 * The first version of mermaid that draws each kind, according to its changelog; kinds older than 9.3 work everywhere.
 * For kinds that existed before we looked, the version in which they are known to exist.
 */
const since: ReadonlyMap<string, Version> = new Map<string, Version>([
  ['mindmap', [9, 3]],
  ['timeline', [9, 4]],
  ['quadrantChart', [10, 2]],
  ['sankey', [10, 3]],
  ['xychart', [10, 6]],
  ['block', [10, 9]],
  ['packet', [11, 0]],
  ['architecture', [11, 1]],
  ['kanban', [11, 4]],
  ['radar', [11, 6]],
  ['treemap', [11, 9]],
  ['ishikawa', [11, 13]],
  ['venn', [11, 13]],
  ['treeView', [11, 14]],
  ['wardley', [11, 14]],
  ['eventmodeling', [11, 15]],
  ['cynefin', [11, 16]],
  ['railroad', [11, 17]],
  ['swimlane', [11, 17]],
  ['usecase', [12, 0]],
  ['agentflow', [12, 0]],
])

/** Features, other than the kind of a diagram, that not every version of mermaid supports. */
const features: readonly { readonly pattern: RegExp; readonly name: string; readonly since: Version }[] = [
  { pattern: /@\{\s{0,99}(?:shape|icon|img)\s{0,9}:/, name: '@{ shape: … }', since: [11, 3] },
]

/** A diagram in a document. */
interface Shown {
  readonly engine?: string
  readonly kind?: string
  readonly source: string
}

/** Why a diagram is not drawn at a place, as a sentence without a full stop; undefined if it is, as far as we know. */
export function whyNotDrawn({ engine, kind, source }: Shown, place: ReadingPlace): string | undefined {
  if (engine === undefined || engine === 'box-art') return undefined
  const known = place.asOf ? ` (as of ${place.asOf})` : ''
  if (engine !== 'mermaid') return place.asOf ? `${place.name} does not draw ${names.get(engine) ?? engine}` : undefined
  if (kind === undefined) return undefined
  // The place supports this kind, but not the keyword.
  const isNamed = kind === 'flowchart' && !/(?:^|\n)[^\S\n]*graph\b/.test(source)
  if (place.kinds && isNamed) return `${place.name} does not support \`flowchart\`${known}: write \`graph\``
  const asked = kind === 'flowchart' ? 'graph' : kind
  if (place.kinds && !place.kinds.has(asked)) return `${place.name} does not draw \`${kind}\`${known}`
  const wanted = [
    { name: kind, version: since.get(kind) },
    ...features.flatMap(({ pattern, name, since: version }) => (pattern.test(source) ? [{ name, version }] : [])),
  ]
  for (const { name, version } of wanted)
    if (version && place.mermaid && isOlder(place.mermaid, version))
      return `\`${name}\` needs mermaid ${version.join('.')}, but ${runs(place)}${known}`
  return undefined
}

const runs = ({ name, asOf, mermaid = [0, 0] }: ReadingPlace): string =>
  asOf === undefined ? `it will be drawn with ${mermaid.join('.')}` : `${name} runs ${mermaid.join('.')}`

const isOlder = ([major, minor]: Version, [wantedMajor, wantedMinor]: Version): boolean =>
  major < wantedMajor || (major === wantedMajor && minor < wantedMinor)

const names = new Map([
  ['plantuml', 'PlantUML'],
  ['graphviz', 'Graphviz'],
])
