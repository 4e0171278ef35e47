/** Asks the client which folders it has open: what is read lies in them. */

import { parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  CLIENT_CAPABILITIES_META_KEY,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { isRecord } from '../../core/data/records.ts'

/** The name under which the client's answer comes. */
const key = 'roots'

/**
 * The folders of the client, or the current one where the client cannot say. Throws an `Error` for the client's user where there is none.
 *
 * @param cwd absolute
 * @returns absolute paths, or what the client is to be asked first
 */
export function openFolders(
  { server }: McpServer,
  { mcpReq }: ServerContext,
  cwd: string,
): readonly string[] | InputRequiredResult {
  // Newer clients say it with each call.
  const { envelope } = mcpReq
  const declared = (isRecord(envelope) && envelope[CLIENT_CAPABILITIES_META_KEY]) || server.getClientCapabilities()
  if (!isRecord(declared) || !isRecord(declared['roots'])) {
    if (parse(cwd).root !== cwd) return [cwd]
    throw new Error(
      `Which folder is the workspace? Start \`design-docs mcp FOLDER\`: the current folder is ${cwd}, which is the whole disk.`,
    )
  }
  const answer = inputResponse(mcpReq.inputResponses, key)
  if (answer.kind !== 'roots') return inputRequired({ inputRequests: { [key]: inputRequired.listRoots() } })
  const folders = answer.roots.flatMap(({ uri }) => folderOf(uri) ?? [])
  if (folders.length === 0) throw new Error('No folder is open: open the one with the documents.')
  return folders
}

/** Whether the client has to be asked first. */
export const isQuestion = (folders: readonly string[] | InputRequiredResult): folders is InputRequiredResult =>
  !Array.isArray(folders)

/** A folder on this machine; undefined for any other address. */
function folderOf(uri: unknown): string | undefined {
  try {
    return fileURLToPath(String(uri))
  } catch {
    return undefined
  }
}
