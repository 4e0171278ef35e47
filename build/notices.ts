import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import licences from 'spdx-license-list/full.js'
import { contents, type Part } from './contents.ts'

/**
 * Writes the licences of all packages in the bundles, and of what these packages contain, as the licences demand.
 * Rejects if a text is missing, or if nobody has reviewed a package yet.
 *
 * @param copied files of packages that ship without being in a bundle
 */
export async function writeNotices(
  metafiles: readonly Metafile[],
  copied: readonly string[],
  file: string,
): Promise<void> {
  const bundled = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  )
  const shipped = new Map<string, Set<string>>()
  for (const path of [...bundled, ...copied]) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
    if (folder === undefined) continue
    shipped.set(folder, (shipped.get(folder) ?? new Set()).add(path))
  }
  const names = new Set([...shipped.keys()].map((folder) => folder.replace(/^.*node_modules\//, '')))
  const packages = [...shipped].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const notices = await Promise.all(packages.map(([folder, files]) => noticesOf(folder, [...files].toSorted(), names)))
  await writeFile(file, `Design Docs contains the following packages.\n\n${notices.flat().join('\n\n')}\n`)
}

async function noticesOf(folder: string, files: readonly string[], known: ReadonlySet<string>): Promise<string[]> {
  const { name, version, license, licenses } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const held = contents[name]
  if (held && held.version !== version)
    throw new Error(
      `${name} ${held.version} was looked into, ${version} was not: see what it contains, and say so in build/contents.ts`,
    )
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')))
  const parts = held?.parts ?? []
  const strange = texts.flatMap(copiedPackages).find((each) => !known.has(each) && !parts.some((p) => p.name === each))
  if (strange !== undefined) throw new Error(`${name} contains ${strange}: name its licence in build/contents.ts`)
  const id = license ?? licenses?.[0]?.type ?? held?.licence
  if (typeof id !== 'string') throw new Error(`${name} names no licence: say in build/contents.ts which one it is`)
  const text = (await licenceFile(folder)) ?? (held?.copyright === undefined ? undefined : spdxText(id, held.copyright))
  if (text === undefined)
    throw new Error(`${name} has no licence file: say in build/contents.ts who holds its copyright`)
  const comments = [...new Set(texts.flatMap(legalComments))].filter((comment) => !text.includes(comment))
  const title = `── ${name} ${version} (${id})`
  const copies = await Promise.all((held?.packages ?? []).map((each) => noticesOf(join(folder, '..', each), [], known)))
  return [[title, text, ...comments].join('\n\n'), ...parts.map((part) => noticeOf(part, name)), ...copies.flat()]
}

const noticeOf = ({ name, licence, copyright, source }: Part, owner: string): string =>
  `── ${name}, in ${owner} (${licence})\n\nSource: ${source}\n\n${spdxText(licence, copyright)}`

async function licenceFile(folder: string): Promise<string | undefined> {
  const found = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  return (found && (await readFile(join(folder, found), 'utf8')).trim()) || undefined
}

/** The text of a licence with the copyright filled in. */
function spdxText(id: string, copyright: string): string {
  const text = licences[id]?.licenseText
  if (text === undefined) throw new Error(`There is no text of a licence ${id}`)
  const blank = /^Copyright \(c\) <year>.*$/im
  return (blank.test(text) ? text.replace(blank, () => copyright) : `${copyright}\n\n${text}`).trim()
}

/** The packages that were copied into a file: bundlers leave a comment with the path of each. */
const copiedPackages = (text: string): string[] =>
  Array.from(text.matchAll(/^\s*\/\/(?:#region)? \S*node_modules\/\.pnpm\/(@?[^@\s]+)@/gm), ([, name = '']) =>
    name.replace('+', '/'),
  )

/** Comments about licences, which bundling drops: some have the copyright of code that was copied by hand. */
const legalComments = (text: string): string[] =>
  Array.from(text.matchAll(/\/\*[\s\S]*?\*\//g), ([comment]) => comment).filter((comment) =>
    /copyright|licen[cs]e/i.test(comment),
  )
