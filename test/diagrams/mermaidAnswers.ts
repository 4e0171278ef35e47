/** What mermaid found in a diagram: `id = label` of its nodes, and the number of connections. */
interface Answer {
  readonly nodes: readonly string[]
  readonly edges: number
}

// biome-ignore lint/suspicious/noExplicitAny: mermaid's own types do not say what its databases hold.
type Database = any
type Plain = (label: string) => string

const values = (many: Database): Database[] =>
  Array.isArray(many) ? many : many instanceof Map ? [...many.values()] : Object.values(many)

/** Mermaid writes entities in a way of its own while it parses. */
const bare = (label: string | undefined): string =>
  (label ?? '')
    .replaceAll('ﬂ°°', '#')
    .replaceAll('ﬂ°', '&')
    .replaceAll('¶ß', ';')
    .replace(/#(\d+);/g, '&#$1;')

const answers: Readonly<Record<string, (db: Database, plain: Plain) => Answer>> = {
  flowchart: (db, plain) => {
    const named = (id: string, label: string, labelType: string) => {
      const text = plain(labelType === 'markdown' ? `\`${bare(label)}\`` : bare(label))
      return `${/^subGraph\d+$/.test(id) ? text : bare(id)} = ${text || bare(id)}`
    }
    const groups = values(db.getSubGraphs())
    const ids = new Set(groups.map(({ id }) => id))
    const nodes = values(db.getVertices()).filter(({ id, type }) => !ids.has(id) && !pointShapes.test(type))
    return {
      nodes: [
        ...nodes.map(({ id, text, labelType }) => named(id, text ?? id, labelType)),
        ...groups.map(({ id, title, labelType }) => named(id, title, labelType)),
      ],
      edges: values(db.getEdges()).filter(({ stroke }) => stroke !== 'invisible').length,
    }
  },
}

const pointShapes =
  /^(?:sm-circ|small-circle|start|fr-circ|framed-circle|stop|f-circ|filled-circle|junction|fork|join)$/

/** Undefined for kinds that are not compared. */
export const readAnswer = (kind: string, db: Database, plain: Plain): Answer | undefined =>
  answers[/^C4/.test(kind) ? 'C4' : kind]?.(db, plain)
