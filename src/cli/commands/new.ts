/** The command `new`: creates a document from a template. */

import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isDecisionType } from '../../core/decisions/record.ts'
import { createDocument } from '../../core/document/document.ts'
import { isLanguage, translatedLanguages } from '../../core/document/language.ts'
import { createParser } from '../../core/markdown/slices.ts'
import {
  fillTitle,
  hasNumber,
  nameDocument,
  numberOf,
  withDocumentType,
  withoutNumber,
} from '../../core/template/naming.ts'
import { parseSnippet, type Snippet } from '../../core/template/snippet.ts'
import type { Template } from '../../core/template/template.ts'
import { settledTypeOf } from '../../core/template/typeOf.ts'
import { asksForAuthor, createVariables } from '../../core/template/variables.ts'
import { isMarkdown } from '../../core/text/isMarkdown.ts'
import { printable } from '../../core/text/printable.ts'
import { authorOf } from '../author.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../options.ts'
import { pathFrom } from '../pathFrom.ts'
import { isFolder } from '../readText.ts'
import { didYouMean } from '../words.ts'
import { createWorkspaces } from '../workspaces.ts'
import { alone } from '../writing/alone.ts'
import { createFile } from '../writing/files.ts'

const languages = ['en', ...translatedLanguages]

export const newDocument: Command = {
  name: 'new',
  usage: 'new TYPE [PATH] [--title TITLE] [--language CODE]',
  summary:
    'Create a document from a template, in a folder (by default the current one) or as a file; never overwrites one',
  options: {
    title: { type: 'string', value: 'TITLE', help: 'title of the document; in a folder, the file is named after it' },
    language: {
      type: 'string',
      value: 'CODE',
      help: `language of the text: ${languages.join(', ')}; by default en`,
    },
  },
  async run(args, context) {
    const [id, path = '.', extra] = args.positionals
    if (id === undefined) throw new UsageError('Name a type: `design-docs new TYPE [PATH]`')
    if (extra !== undefined) throw new UsageError(`Unexpected \`${extra}\`: give the title with \`--title\``)
    const given = args.value('title')?.trim().replace(/\s+/g, ' ') || undefined
    const start = resolve(context.cwd, path)
    const exists = await isFolder(start)
    const isFile = isMarkdown(path) && !exists
    if (!isFile && !exists && /\.[a-z]{1,8}$/i.test(basename(start)))
      throw new UsageError(`\`${path}\` is neither a folder nor a file name that ends in \`.md\``)
    const folder = isFile ? dirname(start) : start
    const workspaces = createWorkspaces(context)
    const team = await workspaces.of(folder)
    const { root, templates, types } = team
    const template = templates.find((each) => each.id === id && each.type)
    if (!template?.type) {
      const known = types.map((type) => type.id).toSorted()
      throw new UsageError(`Unknown document type \`${id}\`: ${didYouMean(id, known)}`)
    }

    const { source } = snippetIn(template, args.value('language')?.toLowerCase())
    const isNumbered = hasNumber(source) || isDecisionType(template.type)
    const author = asksForAuthor(source) ? await authorOf(folder) : undefined
    const place = await workspaces.placeOf(isFile ? start : join(folder, 'new.md'))
    const create = async () => {
      const now = new Date()
      const { name, number, isDated } = nameDocument(given ?? template.id, await namesIn(folder), isNumbered, now)
      const file = isFile ? start : join(folder, name)
      const filled = fillTitle(
        isDated && !isFile ? withoutNumber(source) : source,
        given,
        (isFile && numberOf(basename(file))) || number,
      )
      const text = parseSnippet(filled, createVariables({ now, path: basename(file), author })).text
      const document = createDocument(createParser().parse(text), context.engines)
      const isKnown = settledTypeOf(team, document, pathFrom(root, file)) === id
      const written = isKnown ? text : withDocumentType(text, id)
      return { file, failure: await createFile({ ...place, file }, written, 'make') }
    }
    // Another process could take the same number in the meantime.
    const { file, failure } = (await alone(place, create)) ?? {
      file: folder,
      failure: 'is in use by another design-docs process that does not finish',
    }
    const shown = printable(pathFrom(context.cwd, file))
    if (failure === undefined) context.out(`${shown}\n`)
    else context.err(`design-docs: ${shown} ${failure}\n`)
    return failure === undefined ? 0 : 2
  },
}

/** The snippet that the document starts with. @param language as typed, in lower case */
function snippetIn(template: Template, language: string | undefined): Snippet {
  if (language === undefined || language === 'en') return template.snippet
  if (!isLanguage(language))
    throw new UsageError(`Unknown language \`${language}\`: ${didYouMean(language, languages)}`)
  const words = template.wordsIn?.(language)
  if (!words) throw new UsageError(`The template \`${template.id}\` is not available in \`${language}\``)
  return words.snippet
}

/** Maximum number of subfolders to look into. */
const mostFolders = 500

/** The names in a folder. Numbered and dated subfolders add the names of their files, such as `0001-tea/index.md`. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory() && /\d/.test(entry.name)).slice(-mostFolders)
  const inside = folders.map(async ({ name }) => {
    const files = await readdir(join(folder, name)).catch(() => [])
    return files.map((file) => `${name}/${file}`)
  })
  return [...entries.map(({ name }) => name), ...(await Promise.all(inside)).flat()]
}
