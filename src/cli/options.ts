/** Parses the options and positional arguments of a command line. */

import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util'
import { suggest } from '../core/text/nearest.ts'
import { didYouMean } from './words.ts'

/** A mistake in what the user typed. */
export class UsageError extends Error {}

export interface Option extends ParseArgsOptionDescriptor {
  /** The placeholder for the value in the help, such as `ID`; absent for a flag. */
  readonly value?: string
  /** The value of the option when given without one; absent: a value is required. */
  readonly implied?: string
  readonly help: string
}

export type Options = Readonly<Record<string, Option>>

/** The parsed arguments, by the names of a command's options. */
export interface Arguments {
  readonly positionals: readonly string[]
  /** The last value given. */
  value(name: string): string | undefined
  has(name: string): boolean
}

/** Parses the arguments after a command's name. Throws a `UsageError`. */
export function readArguments(args: readonly string[], options: Options): Arguments {
  const { values, positionals } = parse(args, options)
  // An unset variable in a script gives an empty argument, which would mean the current folder.
  if (positionals.includes('')) throw new UsageError('An argument is empty: give a path or a name')
  for (const [name, value] of Object.entries(values)) if (value === '') throw new UsageError(needsValue(name, options))
  return {
    positionals,
    value: (name) => {
      const value = values[name]
      return typeof value === 'string' ? value : undefined
    },
    has: (name) => values[name] === true,
  }
}

const needsValue = (name: string, options: Options): string => `\`--${name}\` needs a value: ${options[name]?.value}`

/** Adds implied values to options that are given without a value. */
function withImplied(args: readonly string[], options: Options): string[] {
  const end = args.indexOf('--')
  return args.map((arg, index) => {
    const isOption = arg.startsWith('--') && (end < 0 || index < end)
    const implied = isOption && Object.hasOwn(options, arg.slice(2)) ? options[arg.slice(2)]?.implied : undefined
    const next = args[index + 1]
    return implied !== undefined && (next === undefined || next.startsWith('-')) ? `${arg}=${implied}` : arg
  })
}

function parse(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: withImplied(args, options), options, allowPositionals: true, strict: true })
  } catch (error) {
    // The first sentence of Node's message says what is wrong; the rest is advice for rarer cases.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/, 1)
    const reason = sentence.replace(/\.$/, '').replaceAll("'", '`')
    // Before another option, Node calls a missing value ambiguous.
    const [, unset] = /^Option `--([\w-]{1,60})(?: <value>)?` argument (?:missing|is ambiguous)$/.exec(reason) ?? []
    if (unset !== undefined) throw new UsageError(needsValue(unset, options))
    const [, name] = /^Unknown option `--([\w-]{1,60})`$/.exec(reason) ?? []
    throw new UsageError(name ? suggest(reason, name, Object.keys(options), { prefix: '--' }).reason : reason)
  }
}

/** The table entry that an option's value names. */
export function chooseFrom<T>(table: Readonly<Record<string, T>>, name: string, option: string): T {
  const chosen = Object.hasOwn(table, name) ? table[name] : undefined
  if (chosen === undefined)
    throw new UsageError(`Unknown ${option} \`${name}\`: ${didYouMean(name, Object.keys(table))}`)
  return chosen
}

/** The value of a numeric option; undefined if it was not given. */
export function readCount(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`\`--${option}\` takes a number, not \`${value}\``)
  return Number(value)
}
