/** Writes the grammars that highlight diagrams, in Markdown fences and in diagram files. */
import type { DiagramSyntax } from '../src/core/diagrams/engine.ts'
import { read, write } from './files.ts'

/** The source of the mermaid grammar, whose licence ships with it. */
export const mermaidGrammar = 'node_modules/tm-grammars/grammars/mermaid.json'

/** The parts of a TextMate grammar that are used here. */
interface Grammar {
  readonly scopeName?: string
  readonly injectionSelector?: string
  readonly patterns?: readonly object[]
  readonly repository?: Readonly<Record<string, object>>
}

export async function writeGrammars(): Promise<void> {
  // Imported here, since the same build writes this index.
  const { syntaxes } = await import('../src/generated/syntaxes.ts')
  const mermaid = mermaidAlone(JSON.parse(await read(mermaidGrammar)))
  await write('dist/syntaxes/mermaid.tmLanguage.json', JSON.stringify(mermaid))
  await write('dist/syntaxes/fences.tmLanguage.json', JSON.stringify(fencesGrammar(syntaxes)))
  for (const language of ['dot', 'plantuml'])
    await write(
      `dist/syntaxes/${language}.tmLanguage.json`,
      minified(await read(`syntaxes/${language}.tmLanguage.json`)),
    )
  for (const language of syntaxes.flatMap(({ files }) => files?.language ?? []))
    await write(`dist/syntaxes/${language}.language.json`, minified(await read(`syntaxes/${language}.language.json`)))
}

const minified = (json: string): string => JSON.stringify(JSON.parse(json))

/** Diagram kinds that the mermaid grammar does not support yet. */
const newKinds =
  'C4Context|block|block-beta|kanban|packet|packet-beta|radar-beta|sankey|sankey-beta|timeline|treemap|treemap-beta|zenuml|architecture'

/** The mermaid grammar for files and fences only: the original also looks for diagrams everywhere in Markdown. */
export function mermaidAlone({ repository }: Grammar): Grammar {
  const comment = { name: 'comment.line.percentage.mermaid', match: '%%.*$' }
  const others = {
    begin: `^\\s*(${newKinds})(?=\\s|$)`,
    beginCaptures: { 1: { name: 'keyword.control.mermaid' } },
    end: '(^|\\G)(?=\\s*[:`~]{3,}\\s*$)',
    patterns: [
      comment,
      { name: 'string.quoted.double.mermaid', match: '"[^"]*"' },
      { name: 'keyword.control.mermaid', match: '^\\s*(?:title|section|accTitle|accDescr|columns|end)\\b' },
      { match: '\\b([A-Z]\\w*)(?=\\()', captures: { 1: { name: 'entity.name.function.mermaid' } } },
      { name: 'keyword.operator.mermaid', match: '<?--+>?|-\\.->|==>' },
      { match: '^\\s*([\\p{L}_][\\p{L}\\p{N}_-]*)(?=[\\[({:])', captures: { 1: { name: 'variable.mermaid' } } },
    ],
  }
  const settings = {
    begin: '\\A\\s*---\\s*$',
    end: '^\\s*---\\s*$',
    name: 'meta.settings.mermaid',
    patterns: [{ include: 'source.yaml' }],
  }
  return {
    scopeName: 'source.mermaid',
    patterns: [settings, comment, { include: '#mermaid' }, others],
    repository: { mermaid: repository?.['mermaid'] ?? {} },
  }
}

/** The grammar that highlights diagram fences in Markdown. */
export function fencesGrammar(syntaxes: readonly Pick<DiagramSyntax, 'files' | 'languages'>[]): Grammar {
  const fences = syntaxes.flatMap(({ files, languages }) => (files ? [fence(files.language, languages)] : []))
  const colons = {
    begin: '(^|\\G)(\\s*)(:{3,})\\s*(?i:(mermaid))\\s*$',
    end: '(^|\\G)(\\2|\\s{0,3})(:{3,})\\s*$',
    ...insideOf('mermaid', ':{3,}'),
  }
  return {
    scopeName: 'markdown.diagrams.design-docs',
    injectionSelector: 'L:text.html.markdown',
    patterns: [...fences, colons],
  }
}

/** A fence, with or without attributes, defined as VS Code's Markdown grammar defines those of other languages. */
const fence = (language: string, words: readonly string[]): object => ({
  begin: `(^|\\G)(\\s*)(\`{3,}|~{3,})\\s*(?:\\{\\s*\\.?)?(?i:(${words.join('|')}))((?:\\s|:|,|\\{|\\}|\\?)[^\`]*)?$`,
  end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
  ...insideOf(language, '[`~]{3,}'),
})

const insideOf = (language: string, closing: string): object => ({
  name: 'markup.fenced_code.block.markdown',
  beginCaptures: {
    3: { name: 'punctuation.definition.markdown' },
    4: { name: 'fenced_code.block.language.markdown' },
    5: { name: 'fenced_code.block.language.attributes.markdown' },
  },
  endCaptures: { 3: { name: 'punctuation.definition.markdown' } },
  patterns: [
    {
      begin: '(^|\\G)(\\s*)(.*)',
      while: `(^|\\G)(?!\\s*${closing}\\s*$)`,
      contentName: `meta.embedded.block.${language}`,
      patterns: [{ include: `source.${language}` }],
    },
  ],
})
