/** What navigation from a chart to its source relies on: mostly that mermaid draws in the order of the source. */
import assert from 'node:assert/strict'
import { kinds } from '../kinds.ts'
import { contract, type Inside } from './contract.ts'

const { pie = '', quadrantChart = '', timeline = '', journey = '', gitGraph = '' } = kinds
const xychart = kinds['xychart-beta'] ?? ''

const textsOf = async ({ find }: Inside, source: string, selector: string) =>
  (await find(source, selector)).map(({ text }) => text)

contract({
  usedBy: 'markCharts.ts',
  relies: 'a drawing of a chart says its kind as `aria-roledescription`',
  async check({ find }) {
    const roles = {
      pie,
      quadrantChart,
      xychart,
      timeline,
      journey,
      gitGraph,
      packet: kinds['packet-beta'],
      radar: kinds['radar-beta'],
      treemap: kinds['treemap-beta'],
      sankey: kinds['sankey-beta'],
    }
    for (const [role, source = ''] of Object.entries(roles)) {
      const [root] = await find(source, '[id=drawing]')
      assert.equal(root?.attributes['aria-roledescription'], role)
    }
  },
  broken: { find: '"aria-roledescription"', with: '"aria-description"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies: 'slices from a hundredth on, their figures and the whole legend come in the order of the source',
  async check(inside) {
    const small = `${pie}\n  "Rest" : 0.2`
    assert.deepEqual(await textsOf(inside, small, '.legend'), ['Build', 'Test', 'Review', 'Deploy', 'Rest'])
    assert.deepEqual(await textsOf(inside, small, '.slice'), ['45%', '30%', '15%', '10%'])
    assert.equal((await inside.find(small, '.pieCircle')).length, 4)
  },
  broken: { find: '"pieCircle"', with: '"pieSlice"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies: 'all four quadrants are drawn, the first one first, and points from the last to the first',
  async check(inside) {
    assert.deepEqual(await textsOf(inside, quadrantChart, '.quadrant'), ['Think', 'Do', 'Leave', 'Drop'])
    assert.deepEqual(await textsOf(inside, quadrantChart, '.data-point'), ['Rewrite', 'Cache'])
    assert.deepEqual((await textsOf(inside, quadrantChart, '.labels > .label')).sort(), [
      'Cheap',
      'Costly',
      'Fast',
      'Slow',
    ])
  },
  broken: { find: '"class", "data-point"', with: '"class", "point"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies:
    'bars and lines are `bar-plot-N` and `line-plot-N`, and a chart that lies has its axes on the left and on top',
  async check({ find }) {
    for (const selector of ['.bar-plot-0', '.line-plot-1', '.bottom-axis', '.left-axis'])
      assert.equal((await find(xychart, selector)).length, 1, selector)
    const lying = xychart.replace('xychart-beta', 'xychart-beta horizontal')
    const [left] = await find(lying, '.left-axis')
    assert.match(left?.text ?? '', /mon.*thu/)
    assert.equal((await find(lying, '.top-axis')).length, 1)
  },
  broken: { find: '`bar-plot-$', with: '`bars-$' },
})

contract({
  usedBy: 'markCharts.ts',
  relies:
    'sections, dates and events of a timeline are `timeline-node`, each after what it belongs to, in both directions',
  async check(inside) {
    const source = 'timeline\n  section S\n    2024 : First\n    2025 : Second : Third\n  section T\n    2026'
    for (const each of [source, source.replace('timeline', 'timeline TD')]) {
      const words = await textsOf(inside, each, '.timeline-node')
      assert.deepEqual(words, ['S', '2024', 'First', '2025', 'Second', 'Third', 'T', '2026'])
    }
  },
  broken: { find: '"timeline-node "', with: '"time-node "' },
})

contract({
  usedBy: 'markCharts.ts',
  relies: 'sections and tasks of a journey are groups around a frame, and people a dot each with their names behind it',
  async check(inside) {
    const sections = await inside.find(journey, 'g:has(> rect.journey-section)')
    assert.deepEqual(
      sections.map(({ text }) => text.slice(0, 4)),
      ['Find', 'PayP'],
    )
    const tasks = await inside.find(journey, 'g:has(> rect.task)')
    assert.deepEqual(
      tasks.map(({ text }) => /Search|Compare|Card/.exec(text)?.[0]),
      ['Search', 'Compare', 'Card'],
    )
    assert.deepEqual(await textsOf(inside, journey, '[id=drawing] > circle + text'), ['Bank', 'Buyer'])
  },
  broken: { find: '"journey-section section-type-"', with: '"section section-type-"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies: 'a commit has its name among its classes, or its number and seven letters, and its label says the same',
  async check({ find }) {
    const source = `gitGraph
  commit id: "first one"
  commit
  branch b
  commit type: REVERSE id: "C"
  checkout main
  merge b`
    const bullets = (await find(source, '.commit-bullets > *')).map(({ attributes }) => attributes['class'] ?? '')
    const words = [
      /^commit first one commit0$/,
      /^commit 1-\w{7} commit0$/,
      /^commit C commit1$/,
      / C commit1$/,
      / 3-\w{7} /,
    ]
    for (const [index, pattern] of words.entries()) assert.match(bullets[index] ?? '', pattern)
    const labels = (await find(source, 'g > .commit-label')).map(({ text }) => text)
    assert.equal(labels[0], 'first one')
    assert.match(labels[1] ?? '', /^1-\w{7}$/)
  },
  broken: { find: '"commit-bullets"', with: '"commit-dots"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies:
    'arrows between commits come in the order of the commits, first from the one before; lines and labels of branches alike',
  async check(inside) {
    assert.equal((await inside.find(gitGraph, '.commit-arrows > .arrow')).length, 5)
    assert.deepEqual(await textsOf(inside, gitGraph, '.branchLabel'), ['main', 'feature'])
    assert.equal((await inside.find(gitGraph, '.branch')).length, 2)
  },
  broken: { find: '"commit-arrows"', with: '"commit-lines"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies:
    'the fields of a packet are a frame each and then their words, in the order of the source and once for each row',
  async check(inside) {
    const source = 'packet-beta\n  0-15: "Port"\n  16-63: "Sequence"'
    assert.deepEqual(await textsOf(inside, source, 'rect + .packetLabel'), ['Port', 'Sequence', 'Sequence'])
  },
  broken: { find: '"packetLabel"', with: '"packetText"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies: 'axes of a radar have a label in the order of the source, curves a number in their shape and their legend',
  async check(inside) {
    const radar = kinds['radar-beta'] ?? ''
    assert.deepEqual(await textsOf(inside, radar, '.radarAxisLabel'), ['Speed', 'Cost', 'Trust'])
    assert.equal((await inside.find(radar, '.radarCurve-1')).length, 1)
    assert.deepEqual(await textsOf(inside, radar, 'g:has(> .radarLegendBox-1)'), ['Then'])
  },
  broken: { find: '`radarCurve-$', with: '`curve-$' },
})

contract({
  usedBy: 'markCharts.ts',
  relies: 'the sections and leaves of a treemap are groups with their words',
  async check(inside) {
    const treemap = kinds['treemap-beta'] ?? ''
    const sections = (await textsOf(inside, treemap, 'g > .treemapSectionLabel')).filter((words) => words !== '')
    assert.deepEqual(sections.sort(), ['Cloud', 'Disk'])
    assert.deepEqual((await textsOf(inside, treemap, 'g > .treemapLabel')).sort(), ['Backups', 'Mail', 'Photos'])
  },
  broken: { find: '"treemapLabel"', with: '"treemapWords"' },
})

contract({
  usedBy: 'markCharts.ts',
  relies: 'ends and streams of a sankey diagram and the words of the ends come in the order of the source',
  async check(inside) {
    const sankey = kinds['sankey-beta'] ?? ''
    const words = await textsOf(inside, sankey, '.node-labels > text')
    assert.deepEqual(
      words.map((each) => /^[A-Za-z]+/.exec(each)?.[0]),
      ['Visitors', 'Buyers', 'Leavers'],
    )
    assert.equal((await inside.find(sankey, '.nodes > .node')).length, 3)
    assert.equal((await inside.find(sankey, '.links > .link')).length, 2)
  },
  broken: { find: '"node-labels"', with: '"end-labels"' },
})
