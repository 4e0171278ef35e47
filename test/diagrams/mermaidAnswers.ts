/** What mermaid found in a diagram: its nodes as `id = label`, and the number of edges. */
interface Answer {
  readonly nodes: readonly string[]
  readonly edges: number
}

// biome-ignore lint/suspicious/noExplicitAny: mermaid's own types do not say what its databases hold.
type Database = any
type Plain = (label: string) => string

const values = (many: Database): Database[] =>
  Array.isArray(many) ? many : many instanceof Map ? [...many.values()] : Object.values(many)

/** A label without the placeholders by which mermaid represents entities while it parses. */
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
  sequenceDiagram: (db, plain) => ({
    nodes: values(db.getActors()).map(({ name, description }) => `${name} = ${plain(bare(description))}`),
    edges: db.getMessages().filter(({ from, to, type }: Database) => from && to && !isNote(type)).length,
  }),
  classDiagram: (db, plain) => ({
    nodes: values(db.getClasses()).map(({ id, label }) => `${id} = ${plain(bare(label)) || id}`),
    edges: db.getRelations().length,
  }),
  stateDiagram: (db, plain) => {
    const { nodes, edges } = db.getData()
    return {
      nodes: nodes
        .filter(
          ({ shape }: Database) => !/^(?:state(?:Start|End)|divider|note|noteGroup|fork|join|choice)$/.test(shape),
        )
        .map(({ id, label }: Database) => `${id} = ${plain(bare(`${Array.isArray(label) ? label[0] : label}`))}`),
      edges: edges.filter(({ start, end }: Database) => !/----note-|----parent/.test(`${start} ${end}`)).length,
    }
  },
  erDiagram: (db, plain) => ({
    nodes: [...db.getEntities()].map(([id, { alias }]) => `${id} = ${plain(bare(alias)) || id}`),
    edges: db.getRelationships().length,
  }),
  C4: (db, plain) => ({
    nodes: [...db.getC4ShapeArray(), ...db.getBoundarys()]
      .filter(({ alias }) => alias !== 'global')
      .map(({ alias, label }) => `${alias} = ${plain(bare(label.text))}`),
    edges: db.getRels().length,
  }),
  gantt: (db, plain) => ({
    nodes: db.getTasks().map(({ id, task }: Database) => `${id} = ${plain(bare(task))}`),
    edges: db.getTasks().flatMap(({ raw }: Database) => raw.startTime.startData?.match(/(?<=^after\s.*)\S+/g) ?? [])
      .length,
  }),
  mindmap: (db, plain) => {
    const { nodes, edges } = db.getData()
    const used = new Map<string, number>()
    const unique = (id: string) => {
      const count = (used.get(id) ?? 0) + 1
      used.set(id, count)
      return count === 1 ? id : `${id} (${count})`
    }
    return {
      nodes: nodes.map(
        ({ nodeId, label, labelType }: Database) =>
          `${unique(bare(nodeId))} = ${plain(labelType === 'markdown' ? `\`${bare(label)}\`` : bare(label))}`,
      ),
      edges: edges.length,
    }
  },
  kanban: (db, plain) => ({
    nodes: db.getData().nodes.map(({ id, label }: Database) => `${id} = ${plain(bare(label))}`),
    edges: 0,
  }),
  architecture: (db, plain) => ({
    nodes: [...db.getServices(), ...db.getGroups()].map(({ id, title }) => `${id} = ${plain(title ?? id)}`),
    edges: db.getEdges().length,
  }),
  requirementDiagram: (db) => ({
    nodes: [...db.getRequirements().keys(), ...db.getElements().keys()].map((id) => `${id} = ${id}`),
    edges: db.getRelationships().length,
  }),
}

/** Whether an entry is a note or an activation mark, which is not a message between two participants. */
const isNote = (type: number): boolean => type === 2 || type === 17 || type === 18

const pointShapes =
  /^(?:sm-circ|small-circle|start|fr-circ|framed-circle|stop|f-circ|filled-circle|junction|fork|join)$/

/** What mermaid found; undefined for kinds that are not compared. */
export const readAnswer = (kind: string, db: Database, plain: Plain): Answer | undefined =>
  answers[/^C4/.test(kind) ? 'C4' : kind]?.(db, plain)
