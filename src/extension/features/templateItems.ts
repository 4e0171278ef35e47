import * as vscode from 'vscode'
import type { WorkspaceTemplate } from '../../core/workspace.ts'
import type { Service } from '../service.ts'

export interface TemplateItem extends vscode.QuickPickItem {
  readonly template: WorkspaceTemplate
}

/** The templates to choose from, the team's own first. Headlines only where there is something to tell apart. */
export async function templateItems(
  service: Service,
  isWanted: (template: WorkspaceTemplate) => boolean,
): Promise<readonly TemplateItem[]> {
  const wanted = (await templatesHere(service)).filter(isWanted)
  const groups = [
    ['this workspace', wanted.filter(({ path }) => path !== undefined)],
    ['documents', wanted.filter(({ path, type }) => path === undefined && type)],
    ['sections and diagrams', wanted.filter(({ path, type }) => path === undefined && !type)],
  ] as const
  const filled = groups.filter(([, templates]) => templates.length > 0)
  return filled.flatMap(([headline, templates]) => [
    ...(filled.length > 1 ? [{ label: headline, kind: vscode.QuickPickItemKind.Separator } as TemplateItem] : []),
    ...templates.map(toItem),
  ])
}

/** What can be inserted where the author is: the templates of the active document's folder, or of all folders. */
export async function templatesHere(service: Service): Promise<readonly WorkspaceTemplate[]> {
  const active = vscode.window.activeTextEditor?.document.uri
  const here = active && vscode.workspace.getWorkspaceFolder(active)
  const folders = here ? [here] : (vscode.workspace.workspaceFolders ?? [undefined])
  const workspaces = await Promise.all((folders.length > 0 ? folders : [undefined]).map(service.workspaces.in))
  const byId = new Map<string, WorkspaceTemplate>()
  for (const template of workspaces.flatMap(({ templates }) => templates)) {
    const known = byId.get(template.id)
    if (!known || (known.path === undefined && template.path !== undefined)) byId.set(template.id, template)
  }
  return [...byId.values()]
}

const toItem = (template: WorkspaceTemplate): TemplateItem => ({
  template,
  label: template.title,
  ...(template.prefix && { description: template.prefix }),
  ...(template.description && { detail: template.description }),
})
