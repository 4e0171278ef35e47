import assert from 'node:assert/strict'
import {
  commonChunks,
  drawingChunks,
  drawingPackages,
  merge,
  settings,
} from '../../../src/diagrams/mermaid/inside/bundle.ts'
import { contract, type Inside } from './contract.ts'

/** What mermaid's modules import, as written there, but without the folder of the chunks. */
const importsOf = ({ texts }: Inside): readonly string[] =>
  [...texts.values()].flatMap((text) =>
    Array.from(text.matchAll(/(?:from|import)\s*\(?"([^"\n]+)"/g), ([, name = '']) =>
      name.replace('/chunks/mermaid.core', ''),
    ),
  )

/** The names in the first group of a pattern, without the rest of the pattern. */
const namesIn = (pattern: RegExp): readonly string[] =>
  (/\((?:\?:)?(.*?)\)(?:\(|-)/.exec(pattern.source.replace('(-[a-z-]+)?', ''))?.[1] ?? '')
    .split('|')
    .map((name) => name.replaceAll('\\', ''))

contract({
  usedBy: 'bundle.ts',
  relies: 'one module names its default export after the function that merges settings',
  check: ({ texts }) => assert.equal([...texts.values()].filter((text) => text.includes(merge.original)).length, 1),
  broken: { find: merge.original, with: 'var assignWithDepth_default = (assignWithDepth);' },
})

contract({
  usedBy: 'bundle.ts',
  relies: 'the same module copies all settings for whoever asks for one, from what is replaced as a whole',
  check({ texts }) {
    const [text = '', ...others] = [...texts.values()].filter((each) => each.includes(settings.original))
    assert.deepEqual(others, [])
    assert.ok(text.includes(merge.original))
    // The settings are never written into, only replaced as a whole by `=`.
    assert.doesNotMatch(text, /currentConfig(?:\.|\[)|assignWithDepth_default\(currentConfig/)
  },
  broken: { find: settings.original, with: 'return currentConfig;' },
})

contract({
  usedBy: 'bundle.ts',
  relies: 'the packages that are left out of workers are imported by these names',
  check(inside) {
    const names = namesIn(drawingPackages)
    const imports = importsOf(inside)
    assert.ok(names.length > 8, names.join())
    assert.deepEqual(
      names.filter((name) => !imports.some((each) => each === name || each.startsWith(`${name}/`))),
      [],
    )
  },
  broken: { find: 'from "d3-sankey"', with: 'from "./d3-sankey.js"' },
})

contract({
  usedBy: 'bundle.ts',
  relies: 'the modules that only lay out or decorate have these names, with a hash',
  check(inside) {
    const names = namesIn(drawingChunks)
    const imports = importsOf(inside)
    assert.ok(names.length > 4, names.join())
    assert.deepEqual(
      names.filter((name) => !imports.some((each) => drawingChunks.test(each) && each.startsWith(`./${name}-`))),
      [],
    )
  },
  broken: { find: '/swimlanes-', with: '/lanes-' },
})

contract({
  usedBy: 'bundle.ts',
  relies: 'flowcharts are drawn by modules called flowDiagram and dagre',
  check(inside) {
    const common = importsOf(inside).filter((name) => commonChunks.test(name.replace('./', '')))
    assert.deepEqual([...new Set(common.map((name) => /\w+/.exec(name)?.[0]))].toSorted(), ['dagre', 'flowDiagram'])
  },
  broken: { find: '/flowDiagram-', with: '/flowchart-' },
})

contract({
  usedBy: 'elkStub.ts',
  relies: 'ELK is imported from `elkjs/lib/elk.bundled.js`, as a class with a method `layout`',
  check: ({ texts }) =>
    assert.ok(
      [...texts.values()].some((text) =>
        /import (\w+) from "elkjs\/lib\/elk\.bundled\.js"[\s\S]*new \1\(\)[\s\S]*\.layout\(/.test(text),
      ),
    ),
  broken: { find: 'elkjs/lib/elk.bundled.js', with: 'elkjs/lib/elk.js' },
})

contract({
  usedBy: 'sanitizer.ts',
  relies: 'a finished drawing passes `DOMPurify.sanitize`, the default export of the package',
  check({ texts }) {
    const core = texts.get('mermaid.core.mjs') ?? ''
    assert.match(core, /import DOMPurify from "dompurify"/)
    assert.match(core, /(\w+) = cleanUpSvgCode\(\1[\s\S]{1,500}\1 = DOMPurify\.sanitize\(\1, \{/)
  },
  broken: { find: 'DOMPurify.sanitize(code2', with: 'purify(code2' },
})
