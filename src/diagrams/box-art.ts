/** The box art engine, for the extension and the command line. */

import { readBoxArt } from '../core/diagrams/boxArt/looksLike.ts'
import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import { graphOf } from './boxArt/graph.ts'

/** Boxes and lines drawn with characters, in ASCII or with box-drawing characters. */
export const syntax: DiagramSyntax = {
  id: 'box-art',
  languages: ['ascii', 'ascii-art', 'asciiart', 'box-art', 'boxart', 'ditaa', 'svgbob'],
  possibleLanguages: ['', 'text', 'txt', 'plain', 'plaintext', 'none', 'diagram', 'nohighlight'],
  recognizes: (source) => readBoxArt(source) !== undefined,
  isForgiving: true,
  kindOf: () => undefined,
  graphOf,
}
