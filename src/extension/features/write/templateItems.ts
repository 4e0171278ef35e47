/** Makes the list from which the author picks a template. */

import * as vscode from 'vscode'
import { groupBy } from '../../../core/data/groupBy.ts'
import type { Service } from '../../service.ts'
import type { OfferedTemplate } from '../../workspaces.ts'

export interface TemplateItem extends vscode.QuickPickItem {
  readonly template: OfferedTemplate
}

/** Templates to choose from, the team's own first. Headlines only where there is something to tell apart. */
export function templateItems(templates: readonly OfferedTemplate[]): readonly TemplateItem[] {
  const headlineOf = ({ path, group }: OfferedTemplate) =>
    path === undefined ? (group ?? 'documents') : 'this workspace'
  const groups = groupBy(templates, headlineOf)
  return [...groups].flatMap(([headline, members]) => [
    ...(groups.size > 1 ? [{ label: headline, kind: vscode.QuickPickItemKind.Separator } as TemplateItem] : []),
    ...members.map(toItem),
  ])
}

/** All that can be inserted where the author is. */
export const templatesHere = (service: Service): Promise<readonly OfferedTemplate[]> =>
  collect(service.workspaces.templatesIn)

/** The templates that make a document of their own. */
export const documentsHere = (service: Service): Promise<readonly OfferedTemplate[]> =>
  collect(async (folder) => (await service.workspaces.in(folder)).templates.filter(({ type }) => type))

/** From the active document's folder, or from all folders. */
async function collect(
  templatesIn: (folder: vscode.WorkspaceFolder | undefined) => Promise<readonly OfferedTemplate[]>,
): Promise<readonly OfferedTemplate[]> {
  const active = vscode.window.activeTextEditor?.document.uri
  const here = active && vscode.workspace.getWorkspaceFolder(active)
  const all = vscode.workspace.workspaceFolders ?? []
  const byId = new Map<string, OfferedTemplate>()
  for (const template of (
    await Promise.all((here ? [here] : all.length > 0 ? all : [undefined]).map(templatesIn))
  ).flat()) {
    const known = byId.get(template.id)
    if (!known || (known.path === undefined && template.path !== undefined)) byId.set(template.id, template)
  }
  return [...byId.values()]
}

const toItem = (template: OfferedTemplate): TemplateItem => ({
  template,
  label: template.title,
  ...(template.prefix && { description: template.prefix }),
  ...(template.description && { detail: template.description }),
})
