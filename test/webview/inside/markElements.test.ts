/** What navigation from a drawing to its source relies on: how mermaid names the elements that it draws. */
import assert from 'node:assert/strict'
import { kinds } from '../kinds.ts'
import { contract, type Inside } from './contract.ts'

const { flowchart = '', sequenceDiagram = '', classDiagram = '', erDiagram = '', gantt = '', mindmap = '' } = kinds
const { C4Context = '', requirementDiagram = '', kanban = '' } = kinds
const state = kinds['stateDiagram-v2'] ?? ''
const architecture = `${kinds['architecture-beta']}
  junction j in cloud
  j:L --> R:db`

/** Returns the ids of the elements that match a selector, sorted. */
const idsOf = async ({ find }: Inside, source: string, selector: string) =>
  (await find(source, selector)).map(({ id }) => id).sort()

/** Returns an attribute of each element that matches a selector, in the order of the drawing. */
const valuesOf = async ({ find }: Inside, source: string, selector: string, name: string) =>
  (await find(source, selector)).map(({ attributes }) => attributes[name])

contract({
  usedBy: 'markElements.ts',
  relies: 'a drawing says its kind as `aria-roledescription`',
  async check(inside) {
    const roles = {
      'flowchart-v2': flowchart,
      sequence: sequenceDiagram,
      classDiagram,
      stateDiagram: state,
      er: erDiagram,
      c4: C4Context,
      gantt,
      mindmap,
      architecture,
      requirement: requirementDiagram,
    }
    for (const [role, source] of Object.entries(roles))
      assert.deepEqual(await valuesOf(inside, source, '[id=drawing]', 'aria-roledescription'), [role])
  },
  broken: { find: '"aria-roledescription"', with: '"aria-description"' },
})

contract({
  usedBy: 'markElements.ts',
  relies:
    'a node of a flowchart is called `flowchart-NAME-NUMBER`, and a group by its name, behind the id of the drawing',
  async check(inside) {
    const nodes = ['api-1', 'billing-5', 'client-0', 'db-7', 'orders-3', 'queue-9'].map((name) => `flowchart-${name}`)
    assert.deepEqual(await idsOf(inside, flowchart, 'g.node[id^="~"]'), nodes)
    assert.deepEqual(await idsOf(inside, flowchart, 'g.cluster[id^="~"]'), ['backend'])
  },
  broken: { find: 'MERMAID_DOM_ID_PREFIX = "flowchart-"', with: 'MERMAID_DOM_ID_PREFIX = "vertex-"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'a class is called `classId-NAME-NUMBER`',
  async check(inside) {
    const names = await idsOf(inside, classDiagram, 'g.node[id^="~"]')
    // The number continues from one drawing to the next.
    const bare = names.map((name) => name.replace(/-\d+$/, ''))
    assert.deepEqual(bare, ['classId-Customer', 'classId-Line', 'classId-Order'])
  },
  broken: { find: '"classId-"', with: '"class-"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'a state is called `state-NAME-NUMBER`, also where it holds others',
  async check(inside) {
    const found = await idsOf(inside, state, '[id^="~state-"]')
    for (const name of ['Draft', 'Review', 'Open', 'Approved', 'root_start', 'root_end'])
      assert.ok(
        found.some((id) => id.startsWith(`state-${name}-`) && /-\d+$/.test(id)),
        `${name} in ${found}`,
      )
  },
  broken: { find: 'DOMID_STATE = "state"', with: 'DOMID_STATE = "node"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'an entity is called `entity-NAME-NUMBER`',
  check: async (inside) =>
    assert.deepEqual(await idsOf(inside, erDiagram, 'g.node[id^="~"]'), ['entity-CUSTOMER-0', 'entity-ORDER-1']),
  broken: { find: 'id: `entity-', with: 'id: `table-' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'the bar of a task has the id of the task, and its words have it with `-text`',
  async check(inside) {
    assert.deepEqual(await idsOf(inside, gantt, 'rect.task[id^="~"]'), ['a', 'b', 'c', 'd'])
    assert.deepEqual(await idsOf(inside, gantt, 'text[id^="~"]'), ['a-text', 'b-text', 'c-text', 'd-text'])
  },
  broken: { find: 'd.id + "-text"', with: 'd.id + "-words"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'elements of C4, requirements, cards and columns of a kanban board are called by their names',
  async check(inside) {
    assert.deepEqual(await idsOf(inside, C4Context, 'g[id^="~"]'), ['buyer', 'mail', 'shop'])
    assert.deepEqual(await idsOf(inside, requirementDiagram, 'g.node[id^="~"]'), ['api', 'fast'])
    assert.deepEqual(await idsOf(inside, kanban, 'g[id^="~"]'), ['done', 't1', 't2', 'todo'])
  },
  broken: { find: 'id: shape.alias,', with: 'id: `c4-${shape.alias}`,' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'services, groups and junctions are called `service-NAME`, `group-NAME` and `node-NAME`',
  async check(inside) {
    const services = ['service-app', 'service-db', 'service-web']
    assert.deepEqual(await idsOf(inside, architecture, '[id^="~service-"]'), services)
    assert.deepEqual(await idsOf(inside, architecture, '[id^="~group-"], [id^="~node-"]'), ['group-cloud', 'node-j'])
  },
  broken: { find: '-service-${', with: '-part-${' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'the icon and the title of a group come right behind its frame, in `architecture-groups`',
  async check({ find }) {
    const [title] = await find(architecture, '.architecture-groups > [id="~group-cloud"] + *')
    assert.equal(title?.text, 'Cloud')
  },
  broken: { find: '"architecture-groups"', with: '"architecture-frames"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'the nodes of a mindmap are `node_0` and so on in the order of the source, its edges `edge_FROM_TO`',
  async check(inside) {
    const names = (await inside.find(mindmap, 'g[id^="~node_"]')).map(({ id, text }) => `${id} ${text}`)
    const words = ['Risks', 'People', 'Holidays', 'Technology', 'New database', 'Latency', 'Law']
    assert.deepEqual(
      names,
      words.map((each, index) => `node_${index} ${each}`),
    )
    const edges = await valuesOf(inside, mindmap, '[data-et="edge"]', 'data-id')
    assert.deepEqual(edges.toSorted(), ['edge_0_1', 'edge_0_3', 'edge_0_6', 'edge_1_2', 'edge_3_4', 'edge_3_5'])
  },
  broken: { find: '"node_" + node', with: '"leaf_" + node' },
})

/** Returns the ids of a drawing's edges, and asserts that their labels have the same ids. */
async function edgesOf(inside: Inside, source: string) {
  const lines = await valuesOf(inside, source, '[data-et="edge"][data-id]', 'data-id')
  const labels = await valuesOf(inside, source, '.edgeLabel > [data-id]', 'data-id')
  assert.deepEqual(labels.toSorted(), lines.toSorted(), 'each line has a place for words')
  return lines
}

contract({
  usedBy: 'markElements.ts',
  relies: 'lines have `data-et="edge"` and a `data-id`, which their label in `edgeLabel` has too',
  check: async (inside) =>
    assert.deepEqual((await edgesOf(inside, flowchart)).toSorted(), [
      'L_api_billing_0',
      'L_api_orders_0',
      'L_billing_queue_0',
      'L_client_api_0',
      'L_orders_db_0',
    ]),
  broken: { find: '.attr("data-et", "edge")', with: '.attr("data-et", "line")' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'twins among the lines of a flowchart are told apart by a number, and a line with a name of its own has that',
  async check(inside) {
    const source = 'flowchart LR\n  a --> b\n  a --> b\n  a e1@--> b'
    assert.deepEqual(await edgesOf(inside, source), ['L_a_b_0', 'L_a_b_2', 'e1'])
  },
  broken: { find: 'prefix: "L"', with: 'prefix: "line"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'relations of classes and of entities begin with `id_` and end with a number that counts them through',
  async check(inside) {
    assert.deepEqual(await edgesOf(inside, classDiagram), ['id_Order_Line_1', 'id_Order_Customer_2'])
    const [relation = ''] = await edgesOf(inside, erDiagram)
    assert.match(relation, /^id_.+_0$/)
  },
  broken: { find: 'prefix: "id"', with: 'prefix: "relation"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'transitions are `edge0` and so on, in the order of the source, and lines to notes are not',
  async check(inside) {
    const names = (await edgesOf(inside, state)).filter((id) => id?.startsWith('edge'))
    assert.deepEqual(names.toSorted(), ['edge0', 'edge1', 'edge2', 'edge3', 'edge4'])
  },
  broken: { find: 'id: "edge" + ', with: 'id: "transition" + ' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'relations of requirements end with a number that counts them through',
  check: async (inside) => assert.deepEqual(await edgesOf(inside, requirementDiagram), ['api-fast-0']),
  broken: { find: '-${relation.dst}-${counter++}', with: '-${relation.dst}' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'lines of an architecture have the class `edge` and an id with `L_`, and no `data-id`',
  async check(inside) {
    const lines = await idsOf(inside, architecture, '.edge[id^="~L_"]:not([data-id])')
    assert.deepEqual(lines, ['L_app_db_0', 'L_j_db_0', 'L_web_app_0'])
  },
  broken: { find: '.attr("class", "edge")', with: '.attr("class", "line")' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'a participant has its name as `data-id` where it is drawn first, and as `name` above and below its line',
  async check(inside) {
    const first = await valuesOf(inside, sequenceDiagram, '[data-et="participant"]', 'data-id')
    assert.deepEqual(first.toSorted(), ['A', 'D', 'U'])
    for (const selector of ['.actor-top', '.actor-bottom'])
      assert.deepEqual((await valuesOf(inside, sequenceDiagram, selector, 'name')).toSorted(), ['A', 'D', 'U'])
    const boxes = await inside.find(sequenceDiagram, 'rect.actor-bottom')
    assert.deepEqual(boxes.map(({ attributes }) => attributes['name']).sort(), ['A', 'D'])
  },
  broken: { find: '"actor-bottom"', with: '"actor-end"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'a message is a line with `data-et="message"`, `i` and a rising number, right behind its words',
  async check(inside) {
    const numbers = await valuesOf(inside, sequenceDiagram, '.messageText + [data-et="message"]', 'data-id')
    const rising = numbers.map((id) => Number(/^i(\d+)$/.exec(id ?? '')?.[1]))
    assert.equal(rising.length, 5)
    assert.deepEqual(
      rising,
      rising.toSorted((a, b) => a - b),
    )
    const words = await inside.find(sequenceDiagram, '.messageText')
    assert.deepEqual(
      words.map(({ text }) => text),
      ['POST /orders', 'insert', 'id', '201 Created', '409'],
    )
  },
  broken: { find: 'textObj.class = "messageText"', with: 'textObj.class = "messageWords"' },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'a boundary of C4 is a group without a class, a frame and then its title',
  async check({ find }) {
    const titles = await find(C4Context, '[id=drawing] > g:not([class]) > rect:first-child + text')
    assert.deepEqual(
      titles.map(({ text }) => text),
      ['Company'],
    )
  },
  broken: {
    find: 'const boundaryElem = elem.append("g")',
    with: 'const boundaryElem = elem.append("g").attr("class", "boundary")',
  },
})

contract({
  usedBy: 'markElements.ts',
  relies:
    'relations of C4 are lines or curves in one group without a class, in the order of the source, each before its words',
  async check({ find }) {
    const words = await find(C4Context, '[id=drawing] > g:not([class]) > :is(line, path) + text')
    assert.deepEqual(
      words.map(({ text }) => text),
      ['Uses', 'Sends with'],
    )
  },
  broken: {
    find: 'const relsElem = elem.append("g")',
    with: 'const relsElem = elem.append("g").attr("class", "relations")',
  },
})

contract({
  usedBy: 'markElements.ts',
  relies: 'the line of the day in a gantt chart has the class `today`',
  check: async ({ find }) => assert.ok((await find(gantt, '.today line, line.today')).length > 0),
  broken: { find: '.attr("class", "today")', with: '.attr("class", "now")' },
})
