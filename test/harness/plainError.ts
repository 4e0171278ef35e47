/** An error whose message tells the user what is wrong and what to do. It is printed without a stack trace. */
export class PlainError extends Error {}

/** Runs the main function of a script. For a `PlainError`, only the message is printed. */
export async function main(body: () => Promise<number>): Promise<never> {
  try {
    process.exit(await body())
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error)
    process.exit(1)
  }
}
