/** Generates the tools and prompts for agents outside VS Code from what VS Code reads: the manifest and the skills. */
import { readdir } from 'node:fs/promises'
import { createDocument } from '../src/core/document/document.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import { inRoot, read } from './files.ts'

/** The source of `src/generated/agents.ts`, without its banner. */
export async function agentsIndex(): Promise<string> {
  const { contributes } = JSON.parse(await read('package.json')) as {
    readonly contributes: { readonly languageModelTools: readonly ManifestTool[] }
  }
  const tools = contributes.languageModelTools.map(({ name, displayName, modelDescription, inputSchema }) => ({
    name,
    title: displayName,
    description: modelDescription,
    inputSchema,
  }))
  return `/** The tools of the manifest's \`languageModelTools\`. */
export const toolDefinitions: readonly {
  readonly name: string
  readonly title: string
  readonly description: string
  /** JSON Schema. */
  readonly inputSchema: { readonly type: string; readonly properties: Readonly<Record<string, object>>; readonly required?: readonly string[] }
}[] = ${JSON.stringify(tools, null, 1)}

/** The skills, by name; the text is Markdown without front matter. */
export const skills: readonly { readonly name: string; readonly description: string; readonly text: string }[] = ${JSON.stringify(await readSkills(), null, 1)}
`
}

/** The properties of a tool that are used here. */
interface ManifestTool {
  readonly name: string
  readonly displayName: string
  readonly modelDescription: string
  readonly inputSchema: object
}

async function readSkills() {
  const folders = await readdir(inRoot('skills/'))
  return Promise.all(
    folders.toSorted().map(async (folder) => {
      const text = await read(`skills/${folder}/SKILL.md`)
      const { data, range } = createDocument(createParser().parse(text), []).frontmatter
      const { name, description } = data
      if (typeof name !== 'string' || typeof description !== 'string')
        throw new Error(`skills/${folder}/SKILL.md says in its front matter neither name nor description`)
      return { name, description, text: text.slice(range?.end).trimStart() }
    }),
  )
}
