/** One file inside a zip archive. */
export interface ZipEntry {
  readonly name: string
  /** The uncompressed size in bytes. */
  readonly size: number
}

const directoryEntry = 0x02014b50
const endOfDirectory = 0x06054b50

/** Lists the files of a zip archive, such as a `.vsix`, from the directory at its end. */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from(Uint32Array.of(endOfDirectory).buffer))
  if (end < 0) throw new Error('This is no zip archive.')
  const count = archive.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error('The directory of the zip archive is broken.')
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    entries.push({ name, size: archive.readUInt32LE(at + 24) })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries.filter(({ name }) => !name.endsWith('/'))
}
