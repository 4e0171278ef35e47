/** Finds mistakes in the options of the remark plugins, which a `.remarkrc` may get wrong in any way. */

import { isRecord } from '../../core/data/records.ts'
import { readConfig } from '../../core/lint/config.ts'
import { rules } from '../builtIn.ts'
import { didYouMean } from '../words.ts'

const keys = ['documentType', 'rules']

/** Mistakes in the form of the options of the plugin for all rules. */
export function mistakesInForm(given: unknown): readonly string[] {
  // `true` attaches a plugin without options.
  if (given === undefined || given === null || given === true) return []
  if (!isRecord(given)) return ['Unexpected options, expected an object']
  const unknown = Object.keys(given).filter((key) => !keys.includes(key))
  const mistakes = unknown.map((key) => `Unexpected key \`${key}\`: ${didYouMean(key, keys)}`)
  const isWrong = given['rules'] !== undefined && !isRecord(given['rules'])
  return isWrong ? [...mistakes, 'Unexpected value of `rules`, expected an object of rule ids'] : mistakes
}

/** Mistakes in settings of rules, as in the same settings in a config. */
export function mistakesInSettings(settings: unknown): readonly string[] {
  try {
    return readConfig(JSON.stringify({ rules: settings }), rules).problems.map(({ reason }) => reason)
  } catch {
    // JSON has no form for it, such as for an object that contains itself.
    return []
  }
}
