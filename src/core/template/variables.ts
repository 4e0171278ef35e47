/** Resolves snippet variables such as the date and the author. */

import { escapeSnippet, type ResolveVariable } from './snippet.ts'

/** Where, when and by whom a template is inserted. */
export interface Circumstances {
  readonly now: Date
  /** Path of the document, with `/`; absent if it has none yet. */
  readonly path?: string | undefined
  /** The author's name; absent if unknown. */
  readonly author?: string | undefined
}

/**
 * VS Code's snippet variables that make sense outside its editor, and one of ours: `AUTHOR`. The names are those of
 * https://code.visualstudio.com/docs/editing/userdefinedsnippets#_variables; all others resolve to their default.
 */
export function createVariables({ now, path, author }: Circumstances): ResolveVariable {
  const two = (value: number) => String(value).padStart(2, '0')
  const named = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en', options).format(now)
  const fileName = path?.split('/').at(-1)
  const values: Readonly<Record<string, (() => string | undefined) | undefined>> = {
    AUTHOR: () => author,
    CURRENT_YEAR: () => String(now.getFullYear()),
    CURRENT_YEAR_SHORT: () => two(now.getFullYear() % 100),
    CURRENT_MONTH: () => two(now.getMonth() + 1),
    CURRENT_MONTH_NAME: () => named({ month: 'long' }),
    CURRENT_MONTH_NAME_SHORT: () => named({ month: 'short' }),
    CURRENT_DATE: () => two(now.getDate()),
    CURRENT_DAY_NAME: () => named({ weekday: 'long' }),
    CURRENT_DAY_NAME_SHORT: () => named({ weekday: 'short' }),
    CURRENT_HOUR: () => two(now.getHours()),
    CURRENT_MINUTE: () => two(now.getMinutes()),
    CURRENT_SECOND: () => two(now.getSeconds()),
    TM_FILENAME: () => fileName,
    TM_FILENAME_BASE: () => fileName?.replace(/(?<=.)\.[^.]*$/, ''),
  }
  return (name) => (Object.hasOwn(values, name) ? values[name]?.() : undefined)
}

/** Whether a snippet uses the `AUTHOR` variable. */
export const asksForAuthor = (snippet: string): boolean => /\$(?:AUTHOR\b|\{AUTHOR[:}])/.test(snippet)

/** Replace `AUTHOR`, which editors do not know. Its default must not contain marks. */
export const fillAuthor = (snippet: string, author: string): string =>
  snippet.replace(/(?<!\\)\$(?:AUTHOR\b|\{AUTHOR(?::(?:\\.|[^\\}$])*)?\})/g, () => escapeSnippet(author))
