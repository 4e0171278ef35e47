/** What the commands on a single document share: options, and the session that lints it. */

import type { Context, ExitCode } from '../context.ts'
import type { Arguments, Options } from '../options.ts'
import { createSession, type Session } from '../session.ts'
import type { Source } from '../standardInput.ts'
import { withDefault } from '../words.ts'
import { checkType } from './lint.ts'

export const oneFileOptions = (formats: object): Options => ({
  type: { type: 'string', value: 'ID', help: 'treat it as a document of this type; see `design-docs types`' },
  format: { type: 'string', value: 'NAME', help: withDefault(Object.keys(formats)) },
})

/** The result for a document that could be read. */
type Linted = NonNullable<Awaited<ReturnType<Session['lintFile']>>>

/** Lints one file, as the requested type and with its checklist, and passes the result to `tell`. */
export async function tellOfFile(
  source: Source,
  args: Arguments,
  context: Context,
  tell: (linted: Linted, session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const session = createSession(context)
  try {
    const typeId = args.value('type')
    await checkType(typeId, [source.file], session)
    const linted = await session.lintFile(source, { typeId, needsChecklist: true })
    return linted ? await tell(linted, session) : 2
  } finally {
    session.dispose()
  }
}
