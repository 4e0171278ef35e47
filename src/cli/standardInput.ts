/** Reads a document from standard input instead of a file. */

import { fstatSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Context } from './context.ts'
import { type Arguments, type Options, UsageError } from './options.ts'
import { decode, largestFile, type ReadResult } from './readText.ts'

/** Where a document comes from. */
export interface Source {
  /** Absolute. */
  readonly file: string
  /** The text to lint instead of the file's. */
  readonly input?: ReadResult
  /** Whether the input has no file name: then its path says nothing about its type, and it has no neighbours. */
  readonly isNameless?: boolean
}

/** The options of commands that read a document from standard input. */
export const inputOptions: Options = {
  stdin: { type: 'boolean', help: 'read one document from standard input' },
  'stdin-filename': {
    type: 'string',
    value: 'NAME',
    help: 'the file it stands for: the text is treated as if it were at that path',
  },
}

/** The document on standard input; undefined if not requested. @param without options that need a file */
export async function sourceFromInput(
  args: Arguments,
  { cwd, readInput }: Context,
  without: readonly string[] = [],
): Promise<Source | undefined> {
  const name = args.value('stdin-filename')
  if (!args.has('stdin')) {
    if (args.positionals.includes('-')) throw new UsageError('`-` is not standard input: use `--stdin`')
    if (name === undefined) return undefined
    throw new UsageError('`--stdin-filename` needs `--stdin`: give both')
  }
  if (args.positionals.length > 0)
    throw new UsageError('`--stdin` takes no paths: use `--stdin-filename` to name the file')
  const other = without.find((option) => args.has(option) || args.value(option) !== undefined)
  if (other !== undefined) throw new UsageError(`\`--${other}\` needs files, but \`--stdin\` reads none`)
  const input = await readInput()
  return name === undefined
    ? { file: join(cwd, '<stdin>'), input, isNameless: true }
    : { file: resolve(cwd, name), input }
}

/** Reads the standard input of the process. */
export async function readStandardInput(): Promise<ReadResult> {
  // Node would read a folder as an empty file.
  return fstatSync(0).isDirectory() ? { failure: 'is a folder' } : readStream(process.stdin)
}

/** Reads a stream to its end as one text. Never rejects, whatever is wrong with it. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<ReadResult> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      size += chunk.length
      if (size > largestFile) return { failure: 'is larger than 5 MB' }
    }
  } catch (error) {
    return { failure: `cannot be read: ${error instanceof Error ? error.message : error}` }
  }
  return decode(Buffer.concat(chunks))
}
