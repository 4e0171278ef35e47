/** Small diagrams that try to hang the engine or exhaust memory, within mermaid's own limits or just beyond them. */
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('')

export const hanging: Readonly<Record<string, string>> = {
  'gantt without a working day':
    'gantt\n  dateFormat YYYY-MM-DD\n  excludes monday,tuesday,wednesday,thursday,friday,saturday,sunday\n  section s\n  a :a1, 2026-01-01, 3d',
  'gantt with a tick each millisecond':
    'gantt\n  dateFormat YYYY-MM-DD\n  tickInterval 1millisecond\n  section s\n  a :a1, 2026-01-01, 3000d',
  'axis of no length': 'xychart-beta\n  x-axis 1 --> 1\n  y-axis 0 --> 1\n  bar [1, 2]',
  'radar of a thousand million rings': 'radar-beta\n  axis a, b, c\n  curve x{1, 2, 3}\n  ticks 999999999',
  'packet of a hundred million bits': 'packet-beta\n  0-99999999: "x"',
  'timeline of 4,000 rows': `timeline\n${many(4_000, (i) => `  ${i} : e\n`)}`,
  'mindmap of 800 siblings': `mindmap\n  root\n${many(800, (i) => `    n${i}\n`)}`,
  'class diagram of 400 relations': `classDiagram\n${many(400, (i) => `  A${i % 20} --> B${i}\n`)}`,
  '300 groups, each in the one before': `flowchart TB\n${many(300, (i) => `subgraph g${i}\n`)}a --> b\n${many(300, () => 'end\n')}`,
  '520 edges': `flowchart LR\n${many(520, (i) => `  a${i} --> b${i}\n`)}`,
  '50,001 characters': `flowchart LR\n  a --> b\n%% ${'x'.repeat(49_980)}`,
  '8,000 open tags': `flowchart LR\n  a["${'<a '.repeat(8_000)}"] --> b`,
  'settings 3,000 levels deep': `%%{init: ${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}}%%\nflowchart LR\n  a --> b`,
  'front matter that doubles itself': `---\nconfig:\n  a0: &a0 [x, x]\n${many(30, (i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}---\nflowchart LR\n  a --> b`,
}
