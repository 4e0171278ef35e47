/** Turns a JSON schema into one for completion and hovers only, which reports no mistakes. */

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same schema, except that every value may also be something else. Mistakes in the config are reported by our own
 * reader, in plain words and with what was probably meant, and need not be reported twice.
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
  const { propertyNames: _, ...rest } = schema
  return {
    ...rest,
    ...inside('properties', orElse),
    ...inside('definitions', tolerantSchema),
    ...one('items'),
    ...one('additionalProperties'),
    ...(Array.isArray(schema['anyOf']) && {
      anyOf: schema['anyOf'].map((each) => (isSchema(each) ? tolerantSchema(each) : each)),
    }),
  }
}

/** The schema or anything else; the description also applies to wrong values. */
function orElse(schema: Schema): Schema {
  const { description } = schema
  return { ...(description !== undefined && { description }), anyOf: [tolerantSchema(schema), {}] }
}
