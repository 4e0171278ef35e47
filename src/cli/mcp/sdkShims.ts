/** Replaces the SDK's defaults for Node: its schema validator would bring a compiler that is not needed here. */

export { default as process } from 'node:process'
export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker'
