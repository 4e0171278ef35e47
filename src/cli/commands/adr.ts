/** The command `adr`: lists decision records as a Markdown table. */

import { dirname, resolve } from 'node:path'
import { isRecordName } from '../../core/decisions/fileName.ts'
import { isDecisionType, readDecision } from '../../core/decisions/record.ts'
import { decisionTable, type ListedDecision } from '../../core/decisions/table.ts'
import { findIndex, indexMarks } from '../../core/decisions/tablePlace.ts'
import { createDocument } from '../../core/document/document.ts'
import { createParser } from '../../core/markdown/slices.ts'
import { typeOf } from '../../core/template/typeOf.ts'
import { withLineBreaksOf } from '../../core/text/lineBreak.ts'
import { printable } from '../../core/text/printable.ts'
import type { Command } from '../command.ts'
import type { Context, ExitCode } from '../context.ts'
import { findDocuments } from '../findDocuments.ts'
import { UsageError } from '../options.ts'
import { pathFrom } from '../pathFrom.ts'
import { readText } from '../readText.ts'
import { printableLines } from '../words.ts'
import { createWorkspaces, type Workspaces } from '../workspaces.ts'
import { createFile, replaceText } from '../writing/files.ts'
import type { Place } from '../writing/place.ts'

export const adr: Command = {
  name: 'adr',
  usage: 'adr index [FOLDER] [OPTION…]',
  summary: 'List the decision records in a folder (by default the current one) as a Markdown table',
  options: {
    write: {
      type: 'string',
      value: 'FILE',
      help: `write the table to a new file, or between \`${indexMarks.join('` and `')}\` in an existing one`,
    },
    check: {
      type: 'string',
      value: 'FILE',
      help: 'write nothing, and exit with 1 if `--write` would change this file; for CI',
    },
  },
  async run(args, context) {
    const [action, path = '.', ...more] = args.positionals
    if (action !== 'index' || more.length > 0)
      throw new UsageError('Expected `design-docs adr index [FOLDER] [OPTION…]`')
    const folder = resolve(context.cwd, path)
    const written = args.value('write')
    const checked = args.value('check')
    if (written !== undefined && checked !== undefined)
      throw new UsageError('`--check` writes nothing: leave out `--write`')
    const named = written ?? checked
    const target = named === undefined ? undefined : resolve(context.cwd, named)
    const workspaces = createWorkspaces(context)
    const { decisions, hasFailed } = await listDecisions(folder, target, workspaces, context)
    if (decisions.length === 0 && !hasFailed) say(context, folder, 'has no decision records')
    const table = decisionTable(decisions)
    if (target === undefined) {
      if (decisions.length > 0 || !hasFailed) context.out(printableLines(table))
      return hasFailed ? 2 : 0
    }
    // An incomplete table would be wrong without a sign of it.
    if (hasFailed) return 2
    // The wrong folder would empty the table.
    if (checked !== undefined && decisions.length === 0) return 2
    if (checked !== undefined)
      return checkTable(target, table, `adr index ${quoted(path)} --write ${quoted(checked)}`, context)
    const failure = await writeTable(await workspaces.placeOf(target), table, context)
    if (failure !== undefined) say(context, target, failure)
    else context.out(`${printable(written ?? '')}\n`)
    return failure !== undefined ? 2 : 0
  },
}

const say = ({ err, cwd }: Context, file: string, reason: string): void =>
  err(`design-docs: ${printable(`${pathFrom(cwd, file) || '.'} ${reason}`)}\n`)

/** An argument as a shell takes it. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

/**
 * The decisions in a folder. Their paths are relative to the folder of the target file, or without one to the folder
 * itself.
 */
async function listDecisions(folder: string, target: string | undefined, workspaces: Workspaces, context: Context) {
  const from = target ? dirname(target) : folder
  const { files, failures } = await findDocuments([folder], context.cwd)
  const decisions: ListedDecision[] = []
  const failed = [...failures]
  for (const file of files) {
    const shown = pathFrom(dirname(folder), file)
    if (file === target || !isRecordName(shown)) continue
    const team = await workspaces.of(dirname(file))
    const read = await readText(file)
    if (read.failure !== undefined) {
      failed.push({ path: file, reason: read.failure })
      continue
    }
    const document = createDocument(createParser().parse(read.text), [])
    const type = typeOf(team, document, pathFrom(team.root, file))
    const decision = readDecision(document, shown)
    // A record whose form matches no template is recognised by its number and status.
    const isOne = type ? isDecisionType(type) : decision.number !== undefined && decision.status !== undefined
    if (isOne) decisions.push({ ...decision, path: pathFrom(from, file) })
  }
  for (const { path, reason } of [...failed, ...workspaces.failures()]) say(context, path, reason)
  return { decisions, hasFailed: failed.length > 0 || workspaces.failures().length > 0 }
}

/** @returns why the table could not be written; undefined on success */
async function writeTable(place: Place, table: string, context: Context): Promise<string | undefined> {
  const [open, close] = indexMarks
  const failure = await createFile(place, `# Decisions\n\n${open}\n\n${table}\n${close}\n`, 'expect')
  if (failure !== 'already exists') return failure
  const updated = await updateTable(place.file, table, context)
  if (updated.failure !== undefined) return updated.failure
  const { text, next } = updated
  return next === text ? undefined : replaceText(place, text, next)
}

/** Says whether a file has this table. @param update the command that writes it there */
async function checkTable(file: string, table: string, update: string, context: Context): Promise<ExitCode> {
  const { failure, text, next } = await updateTable(file, table, context)
  if (failure !== undefined) say(context, file, failure)
  else if (next !== text) say(context, file, `is out of date; \`design-docs ${update}\` updates it`)
  return failure !== undefined ? 2 : next === text ? 0 : 1
}

/** A file's text, and the one with this table between its marks; `failure`: why there is none. */
async function updateTable(file: string, table: string, context: Context) {
  const read = await readText(file)
  if (read.failure !== undefined) return { failure: read.failure }
  const { text } = read
  const index = findIndex(createDocument(createParser().parse(text), context.engines))
  if (typeof index === 'string') return { failure: index }
  const between = withLineBreaksOf(text, `\n\n${table}\n`)
  return { text, next: text.slice(0, index.start) + between + text.slice(index.end) }
}
