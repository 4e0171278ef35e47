// Builds everything that ships into dist/, and the folder that VS Code takes for the extension. Writes no file that git tracks.
// `--watch` keeps going.
import { writeFile } from 'node:fs/promises'
import { context } from 'esbuild'
import { weightsBesideBundle } from './build/besideBundle.ts'
import { chunks } from './build/chunks.ts'
import { engineEntries, frameEntries, workerEntries } from './build/engines.ts'
import { emptyExtensionFolder, writeExtensionFolder } from './build/extensionFolder.ts'
import { mermaidGrammar } from './build/grammars.ts'
import { writeIndexes } from './build/indexes.ts'
import { writeNotices } from './build/notices.ts'
import { quickMermaid } from './build/quickMermaid.ts'
import { withoutDrawing } from './build/withoutDrawing.ts'
import { commonChunks } from './src/diagrams/mermaid/inside/bundle.ts'

const watch = process.argv.includes('--watch')

/** What differs from bundle to bundle; everything they share stands in `build()`. @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  // One file for the desktop and the web. Condition `worker`: the web host has no `document`.
  extension: {
    entryPoints: { extension: 'src/extension/extension.ts' },
    format: 'cjs',
    platform: 'browser',
    conditions: ['worker'],
    external: ['vscode'],
    alias: {
      'mdast-util-to-markdown': './src/extension/stubs/toMarkdown.ts',
      'github-slugger': './src/extension/stubs/githubSlugger.ts',
    },
    plugins: [weightsBesideBundle],
  },
  // Parsers of diagram notations, each run in a thread that can be killed.
  worker: {
    entryPoints: workerEntries(),
    format: 'iife',
    platform: 'browser',
    conditions: ['worker'],
    plugins: [engineEntries, withoutDrawing, quickMermaid],
  },
  // What makes a page of a document, in a thread that can be killed.
  page: {
    entryPoints: { 'page-worker': 'src/worker/page.ts' },
    format: 'iife',
    platform: 'browser',
    conditions: ['worker'],
    alias: { 'mdast-util-to-markdown': './src/extension/stubs/toMarkdown.ts' },
  },
  // The panel: knows no engine.
  panel: { entryPoints: { panel: 'src/webview/main.ts' }, format: 'iife', platform: 'browser' },
  // The engines' drawing halves, as text for the sandboxed frame.
  frame: {
    entryPoints: frameEntries(false),
    format: 'iife',
    platform: 'browser',
    plugins: [engineEntries],
  },
  // The largest of them, of which most diagrams need a quarter.
  mermaid: {
    entryPoints: frameEntries(true),
    format: 'esm',
    platform: 'browser',
    splitting: true,
    write: false,
    alias: { 'elkjs/lib/elk.bundled.js': './src/diagrams/mermaid/inside/elkStub.ts' },
    plugins: [engineEntries, quickMermaid, chunks({ common: commonChunks })],
  },
  // The command line with its server for agents, which it loads when asked, and the rules as a remark plugin: all in the same chunks.
  cli: {
    entryPoints: {
      cli: 'src/cli/start.ts',
      remark: 'src/cli/remark/remark.ts',
      'remark-preset': 'src/cli/remark/preset.ts',
      'remark-rules': 'src/cli/remark/rules.ts',
    },
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'cli-[name]-[hash]',
    // Engines are in workers of their own. What would load them here is called by nobody and dropped, but not its chunks. The parser in
    // Rust is native, and not there on every platform.
    external: ['mermaid', '@plantuml/*', '@viz-js/*', 'satteri'],
    // Of the two validators of schemas that its package has, the small one; the other makes functions from text.
    alias: { '@modelcontextprotocol/server/_shims': './src/cli/mcp/sdkShims.ts' },
    mainFields: ['module', 'main'],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Packages in CommonJS inside the bundle ask for Node's modules by `require`.
    banner: {
      js: "#!/usr/bin/env node\nimport{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
  },
}

/** @param {import('esbuild').BuildOptions} options */
const build = async (name, options) => {
  const job = await context({
    bundle: true,
    minify: !watch,
    sourcemap: watch ? 'inline' : false,
    outdir: 'dist',
    target: 'es2024',
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    ...options,
  })
  const result = await job.rebuild()
  await writeFile(`out/meta-${name}.json`, JSON.stringify(result.metafile))
  await (watch ? job.watch() : job.dispose())
  return result.metafile
}

await emptyExtensionFolder()
await writeIndexes()
await writeExtensionFolder()
const metafiles = await Promise.all(Object.entries(bundles).map(([name, options]) => build(name, options)))
await writeNotices(metafiles, [mermaidGrammar], 'dist/third-party-notices.txt')
