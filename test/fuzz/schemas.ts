import { rules } from '../../src/generated/rules.ts'

/** The schema of an object with these properties and no others. */
const object = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const list = (items: object) => ({ type: 'array', items })
const text = { type: 'string' }
const count = { type: 'integer', minimum: 0 }
const fromOne = { type: 'integer', minimum: 1 }

/** The format described in docs/json-format.md. */
export const jsonFormat = object({
  version: { const: 1 },
  documents: list(
    object({
      path: text,
      documentType: { type: ['string', 'null'] },
      status: { type: ['string', 'null'] },
      checklist: list(
        object({ id: text, status: { enum: ['met', 'partial', 'missing'] }, line: fromOne }, ['id', 'status']),
      ),
      messages: list(
        object({
          ruleId: text,
          category: { enum: [...new Set(rules.map(({ category }) => category)), 'config'] },
          severity: { enum: ['error', 'warning', 'information', 'hint'] },
          message: text,
          line: fromOne,
          column: fromOne,
          endLine: fromOne,
          endColumn: fromOne,
          url: text,
          fixable: { type: 'boolean' },
        }),
      ),
    }),
  ),
  summary: object({ documents: count, errors: count, warnings: count }),
})

const level = { enum: ['none', 'note', 'warning', 'error'] }
/** `multiformatMessageString` and `message`, of which we write only the plain text. */
const said = object({ text })

/**
 * The part of SARIF 2.1.0 that we write: `sarifLog` (section 3.13), `run` (3.14), `toolComponent` (3.19), `result`
 * (3.27), `location` (3.28), `region` (3.30) and `reportingDescriptor` (3.49), with what they require. It allows
 * nothing that the published schema rejects.
 */
export const sarifFormat = object({
  $schema: text,
  version: { const: '2.1.0' },
  runs: list(
    object({
      tool: object({
        driver: object({
          name: text,
          version: text,
          rules: {
            ...list(
              object(
                {
                  id: text,
                  shortDescription: said,
                  help: said,
                  defaultConfiguration: object({ enabled: { type: 'boolean' }, level }, []),
                  properties: object({ tags: { ...list(text), uniqueItems: true } }),
                },
                ['id'],
              ),
            ),
            uniqueItems: true,
          },
        }),
      }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: list(
        object({
          ruleId: text,
          ruleIndex: count,
          level,
          message: said,
          locations: list(
            object({
              physicalLocation: object({
                artifactLocation: object({ uri: text }),
                region: object({ startLine: fromOne, startColumn: fromOne, endLine: fromOne, endColumn: fromOne }),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** The parts of SARIF that the tests read. */
export interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly message: { readonly text: string }
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } }
      }[]
    }[]
  }[]
}
