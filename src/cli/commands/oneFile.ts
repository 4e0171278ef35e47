/** What commands about one document share: its options, and the session in which it is linted. */

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

/** What a session finds in one document that it could read. */
type Linted = NonNullable<Awaited<ReturnType<Session['lintFile']>>>

/** Lint one file with its checklist, as the type that was asked for, and tell of it. */
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
