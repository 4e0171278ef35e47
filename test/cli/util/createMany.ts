// A process that creates numbered files in a folder as fast as it can. Arguments: FOLDER NAME COUNT.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { alone } from '../../../src/cli/writing/alone.ts'
import { createFile } from '../../../src/cli/writing/files.ts'
import { nameDocument } from '../../../src/core/template/naming.ts'

const [, , root = '', title = '', count = ''] = process.argv
for (let left = Number(count); left > 0; left--)
  process.exitCode ||= await alone({ root, file: join(root, title) }, async () => {
    const { name } = nameDocument(title, await readdir(root), true)
    const reason = await createFile({ root, file: join(root, name) }, name, 'expect')
    return reason === undefined ? 0 : 2
  })
