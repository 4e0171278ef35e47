// Builds everything that ships into dist/, and the folder that VS Code loads as the extension. Writes no file that git
// tracks. `--watch` rebuilds on every change.
import { writeFile } from 'node:fs/promises'
import { context } from 'esbuild'
import { importsBesideBundle, weightsBesideBundle } from './build/besideBundle.ts'
import { chunks } from './build/chunks.ts'
import { engineEntries, frameEntries, workerEntries } from './build/engines.ts'
import { emptyExtensionFolder, writeExtensionFolder } from './build/extensionFolder.ts'
import { mermaidGrammar } from './build/grammars.ts'
import { writeIndexes } from './build/indexes.ts'
import { writeNotices } from './build/notices.ts'
import { plainApi } from './build/plainApi.ts'
import { quickMermaid } from './build/quickMermaid.ts'
import { withoutDrawing } from './build/withoutDrawing.ts'
import { commonChunks } from './src/diagrams/mermaid/inside/bundle.ts'

const watch = process.argv.includes('--watch')

/**
 * The options that differ between bundles; `build()` adds the common ones.
 *
 * @type {Record<string, import('esbuild').BuildOptions>}
 */
const bundles = {
  // On the desktop, VS Code activates `extension`, which loads `features` later. In the browser, an extension can only be
  // one file: `features`. Condition `worker`, since the extension host there has no `document`.
  extension: {
    entryPoints: { extension: 'src/extension/extension.ts', features: 'src/extension/features.ts' },
    format: 'cjs',
    platform: 'browser',
    conditions: ['worker'],
    external: ['vscode'],
    alias: {
      'mdast-util-to-markdown': './src/extension/stubs/toMarkdown.ts',
      'github-slugger': './src/extension/stubs/githubSlugger.ts',
    },
    plugins: [plainApi, weightsBesideBundle('src/review/opinionWeights.ts'), importsBesideBundle],
    // An `import()` of a CommonJS file would go through the loader of ES modules.
    supported: { 'dynamic-import': false },
  },
  // The parsers of diagram notations, each in a worker thread that can be killed.
  worker: {
    entryPoints: workerEntries(),
    format: 'iife',
    platform: 'browser',
    conditions: ['worker'],
    plugins: [engineEntries, withoutDrawing, quickMermaid],
  },
  // Turns a document into an HTML page, in a worker thread that can be killed.
  page: {
    entryPoints: { 'page-worker': 'src/worker/page.ts' },
    format: 'iife',
    platform: 'browser',
    conditions: ['worker'],
    alias: { 'mdast-util-to-markdown': './src/extension/stubs/toMarkdown.ts' },
  },
  // The panel, which contains no engine.
  panel: { entryPoints: { panel: 'src/webview/main.ts' }, format: 'iife', platform: 'browser' },
  // The drawing halves of the engines, loaded as text into the sandboxed frame.
  frame: {
    entryPoints: frameEntries(false),
    format: 'iife',
    platform: 'browser',
    plugins: [engineEntries],
  },
  // The largest drawing half, of which most diagrams need a quarter.
  mermaid: {
    entryPoints: frameEntries(true),
    format: 'esm',
    platform: 'browser',
    splitting: true,
    write: false,
    alias: { 'elkjs/lib/elk.bundled.js': './src/diagrams/mermaid/inside/elkStub.ts' },
    plugins: [engineEntries, quickMermaid, chunks({ common: commonChunks })],
  },
  // The command line with its MCP server, which it loads on request, and the remark plugins. They share chunks.
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
    // Engines run in their own workers. The code that would load them here is never called and is dropped, but its
    // chunks would remain. The parser in Rust is native, and not available on every platform.
    external: ['mermaid', '@plantuml/*', '@viz-js/*', 'satteri'],
    plugins: [weightsBesideBundle('src/cli/shippedWeights.ts')],
    // The smaller of the package's two schema validators; the other one creates functions from text.
    alias: { '@modelcontextprotocol/server/_shims': './src/cli/mcp/sdkShims.ts' },
    mainFields: ['module', 'main'],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Bundled CommonJS packages load Node's modules with `require`.
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
