/** Creates the quick pick items for choosing a template. */

import * as vscode from 'vscode'
import type { Language } from '../../../core/document/language.ts'
import { groupTypes } from '../../../core/template/order.ts'
import { translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { languageOfNew } from '../../templateLanguage.ts'
import type { OfferedTemplate } from '../../workspaces.ts'

export interface TemplateItem extends vscode.QuickPickItem {
  readonly template: OfferedTemplate
}

/** The documents that can be created here; types already in use come first. */
export async function documentItems(service: Service): Promise<readonly TemplateItem[]> {
  const [templates, used] = await Promise.all([documentsHere(service), usedTypes(service)])
  return groupTypes(templates, ({ type }) => type, used).flatMap(({ headline, members }) => [
    { label: translated(headline), kind: vscode.QuickPickItemKind.Separator } as TemplateItem,
    ...members.map(toItem),
  ])
}

/** Ids of the types used in the author's folders, most common first. */
export const usedTypes = async (service: Service): Promise<readonly string[]> =>
  (await Promise.all(foldersHere().map(service.survey))).flatMap(({ types }) => types)

/** The active document's workspace folder, or all folders. */
function foldersHere(): readonly vscode.WorkspaceFolder[] {
  const active = vscode.window.activeTextEditor?.document.uri
  const here = active && vscode.workspace.getWorkspaceFolder(active)
  return here ? [here] : (vscode.workspace.workspaceFolders ?? [])
}

/** All that can be inserted in the author's folders, in a language. */
export const templatesHere = (service: Service, language: Language): Promise<readonly OfferedTemplate[]> =>
  collect((folder) => service.workspaces.templatesIn(folder, language))

/** The templates of whole documents, in the language of new documents. */
export const documentsHere = (service: Service): Promise<readonly OfferedTemplate[]> =>
  collect((folder) => service.workspaces.documentsIn(folder, languageOfNew(folder?.uri)))

/** Of templates with the same id, the team's takes precedence. */
async function collect(
  templatesIn: (folder: vscode.WorkspaceFolder | undefined) => Promise<readonly OfferedTemplate[]>,
): Promise<readonly OfferedTemplate[]> {
  const folders = foldersHere()
  const byId = new Map<string, OfferedTemplate>()
  for (const template of (await Promise.all((folders.length > 0 ? folders : [undefined]).map(templatesIn))).flat()) {
    const known = byId.get(template.id)
    if (!known || (known.path === undefined && template.path !== undefined)) byId.set(template.id, template)
  }
  return [...byId.values()]
}

const toItem = (template: OfferedTemplate): TemplateItem => ({
  template,
  label: translated(template.title),
  // The id used in front matter, config and command line.
  description: template.id,
  ...(template.description && { detail: translated(template.description) }),
})
