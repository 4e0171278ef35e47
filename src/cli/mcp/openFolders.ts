/** Asks the client for its open folders, the only ones that are read. */

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

/** The key of the client's answer. */
const key = 'roots'

/**
 * The client's folders, or the current folder if the client does not support roots. Throws an `Error` for the client's
 * user if there is no folder.
 *
 * @param cwd absolute
 * @returns absolute paths, or the request that the client must answer first
 */
export function openFolders(
  { server }: McpServer,
  { mcpReq }: ServerContext,
  cwd: string,
): readonly string[] | InputRequiredResult {
  // Newer clients declare their capabilities with each call.
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

/** Whether the client must be asked first. */
export const isQuestion = (folders: readonly string[] | InputRequiredResult): folders is InputRequiredResult =>
  !Array.isArray(folders)

/** A folder on this machine; undefined for any other URI. */
function folderOf(uri: unknown): string | undefined {
  try {
    return fileURLToPath(String(uri))
  } catch {
    return undefined
  }
}
