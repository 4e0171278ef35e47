/** Stands for what the SDK would choose for Node: its validator of schemas comes with a compiler that nobody needs here. */

export { default as process } from 'node:process'
export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker'
