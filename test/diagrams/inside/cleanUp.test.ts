import assert from 'node:assert/strict'
import { asParsed, cleanUp, decodeEncoded } from '../../../src/diagrams/mermaid/inside/cleanUp.ts'
import { contract, errorOf, heardBy, type Inside } from './contract.ts'

/** Asserts that mermaid's clean-up passes the same text to parsers as ours, for sources of the kind `spy`. */
const isTheSame =
  (...sources: readonly string[]) =>
  async ({ mermaid }: Inside): Promise<void> => {
    for (const source of sources)
      assert.equal(await heardBy(mermaid, source), asParsed(cleanUp(source).body, undefined).text)
  }

contract({
  usedBy: 'cleanUp.ts',
  relies: 'all line ends are \\n to a parser',
  check: isTheSame('spy\r\n  a\r  b\n  c'),
  broken: { find: String.raw`code.replace(/\r\n?/g, "\n")`, with: 'code' },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'quotes in the attributes of a tag are single ones to a parser',
  check: isTheSame('spy\n  <b class="x" id="">q</b> <i>'),
  broken: { find: `="([^"]*)"/g, "='$1'"`, with: `="([^"]*)"/g, "=$1"` },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'front matter goes, with the blank lines behind it, and may be indented',
  check: isTheSame('---\ntitle: x\n---\nspy\n', '  ---\n  title: x\n  ---\n\n\n  spy\n', '---\na: 1\n--- \n\t\n spy'),
  broken: { find: 'text: text.slice(match.length)', with: 'text: text.slice(match.length - 4)' },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'directives go, one that is never closed with all that follows',
  check: isTheSame(
    '%%{init: {"theme": "dark"}}%%\nspy\n  a',
    '%%{\n  wrap\n}%%\nspy\n  a %%{wrap}%% b',
    'spy\n a\n%%{init: {',
  ),
  broken: { find: 'text.replace(directiveRegex, "")', with: 'text' },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'comments go, with the blank lines above them',
  check: isTheSame('%% a\n\n\n  %% b\nspy\n  a\n\n%% c\n  b %% stays\n%%\n  c\n%% end'),
  broken: { find: String.raw`/^\s*%%(?!{)[^\n]+\n?/gm`, with: String.raw`/^\s*%%(?!{)[^\n]+/gm` },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'the kind `agentflow` gets its comments',
  check: ({ texts }) =>
    assert.ok(
      [...texts.values()].some(
        (text) => text.includes('agentflow') && /preserveCommentsWhenParsing\s*[:=]\s*true/.test(text),
      ),
    ),
  broken: { find: 'preserveCommentsWhenParsing', with: 'keepCommentsWhenParsing' },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'entities are written ﬂ°…¶ß, with ﬂ°° where they are numbers',
  async check({ mermaid }) {
    const source = 'spy\n  a#35;b #quot; #1a; # ;\n'
    await isTheSame(source)({ mermaid, texts: new Map() })
    assert.equal(decodeEncoded(await heardBy(mermaid, source)), `${source}\n`)
  },
  broken: { find: String.raw`"\uFB02\xB0\xB0" + innerTxt`, with: String.raw`"\uFB02\xB0" + innerTxt` },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'the semicolon behind a colour of `style` and `classDef` goes',
  check: isTheSame('spy\nstyle A fill:#fff;\nclassDef b fill:#fff,x:#000; c;\nother A fill:#fff;'),
  broken: { find: String.raw`txt.replace(/style.*:\S*#.*;/g`, with: String.raw`txt.replace(/stile.*:\S*#.*;/g` },
})

contract({
  usedBy: 'cleanUp.ts',
  relies: 'flowcharts lose the blank lines behind a closing brace',
  async check({ mermaid }) {
    const source = 'flowchart LR\n  a{b}\n\n\n  c --> ]'
    const error = (await errorOf(() => mermaid.parse(source))) as { hash?: { line?: number } }
    const lines = asParsed(cleanUp(source).body, 'flowchart').text.split('\n')
    assert.equal(lines[error.hash?.line ?? -1], '  c --> ]')
  },
  broken: { find: String.raw`src.replace(/}\s*\n/g, "}\n")`, with: 'src' },
})
