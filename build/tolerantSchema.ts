/** Makes of a JSON schema one that completes and explains, and finds no fault. */

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same schema with every value in it allowed to be something else. The mistakes in the config are told by our own reader, in plain
 * words and with what was meant; once is enough.
 */
export function tolerantSchema(schema: Schema): Schema {
  const inside = (name: string, change: (part: Schema) => Schema) => {
    const parts = schema[name]
    if (!isSchema(parts)) return {}
    return {
      [name]: Object.fromEntries(
        Object.entries(parts).map(([key, part]) => [key, isSchema(part) ? change(part) : part]),
      ),
    }
  }
  const one = (name: string) => {
    const part = schema[name]
    if (Array.isArray(part)) return { [name]: part.map((each) => (isSchema(each) ? orElse(each) : each)) }
    return isSchema(part) ? { [name]: orElse(part) } : {}
  }
  return {
    ...schema,
    ...inside('properties', orElse),
    ...inside('definitions', tolerantSchema),
    ...one('items'),
    ...one('additionalProperties'),
    ...(Array.isArray(schema['anyOf']) && {
      anyOf: schema['anyOf'].map((each) => (isSchema(each) ? tolerantSchema(each) : each)),
    }),
  }
}

/** What is said of a value is said of a wrong one, too. */
function orElse(schema: Schema): Schema {
  const { description } = schema
  return { ...(description !== undefined && { description }), anyOf: [tolerantSchema(schema), {}] }
}
