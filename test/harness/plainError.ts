/** An error whose message is one sentence for a person: what is wrong and what to do. It is printed without a stack. */
export class PlainError extends Error {}

/** Runs the main function of a script; a `PlainError` ends it with its sentence alone. */
export async function main(body: () => Promise<number>): Promise<never> {
  try {
    process.exit(await body())
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error)
    process.exit(1)
  }
}
