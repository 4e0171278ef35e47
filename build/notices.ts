import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { Metafile } from 'esbuild'

/** Write the licences of all packages that ended up in the bundles, as these licences demand. */
export async function writeNotices(metafiles: readonly Metafile[], file: string): Promise<void> {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  )
  const shipped = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []) : [],
  )
  const notices = await Promise.all([...new Set(shipped)].toSorted().map(noticeOf))
  await writeFile(file, `Design Docs contains the following packages.\n\n${notices.join('\n\n')}\n`)
}

/** What packages hold besides their own code and do not name in their licence. */
const contained: Readonly<Record<string, string>> = {
  '@viz-js/viz':
    'It contains Graphviz, under the Eclipse Public License (source: https://gitlab.com/graphviz/graphviz), and Expat, under the MIT licence (source: https://github.com/libexpat/libexpat).',
}

async function noticeOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'))
  const licenceFile = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  const text = licenceFile ? await readFile(`${folder}/${licenceFile}`, 'utf8') : `Licence: ${license}`
  const more = contained[name] === undefined ? '' : `\n\n${contained[name]}`
  return `── ${name} ${version} (${license})\n\n${text.trim()}${more}`
}
