/** Parses the name of an option: a label such as `Option 2:`, the name itself, and a mark on the chosen one. */
import { withoutEnd } from '../text/withoutEnd.ts'

/** Words before the number of an option, in all languages that we read. */
const optionWords =
  'options?|alternatives?|approach|solution|variant|proposal|choice|variante|ansatz|lösung|vorschlag|approche|opción|opcion|alternativa|solución|opção|solução|opzione|soluzione|optie|alternatief|oplossing|вариант|альтернатива|решение|方案|选项|選項|案|옵션|방안'

/** `Option 1: `, `Alternative A - `, `1. `; groups: the number or letter after such a word, and without one. */
const label = new RegExp(
  `^(?:(?:${optionWords})\\s{0,2}#?(\\d{1,2}|[A-Z])(?:\\s{0,2}[:：.)–—-]\\s{0,2}|\\s{0,2}$)|(\\d{1,2}|[A-Z])\\s{0,2}[:：.)]\\s{0,2}|(?:${optionWords})\\s{0,2}[:：–—-]\\s{0,2})`,
  'i',
)
const chosen =
  /\s{0,3}[([（［【*_]{1,3}(?:chosen|selected|accepted|adopted|preferred|picked|taken|winner|our choice|decided|gewählt|ausgewählt|retenue?|choisie?|elegid[ao]|seleccionad[ao]|escolhid[ao]|scelt[ao]|gekozen|выбрано|выбран|采用|選択|採用|선택)(?![\p{L}\p{N}_])[.!]?[)\]）］】*_]{1,3}|[✅✔🏆]\uFE0F?\s*/iu

export interface OptionName {
  readonly name: string
  /** Its number or letter, in lower case; absent if there is none. */
  readonly counter?: string
  /** Whether it is marked as chosen. */
  readonly isChosen: boolean
}

/** Read a heading, list item or cell that names an option. If nothing follows the label, the label is the name. */
export function readOptionName(written: string): OptionName {
  const line = written.slice(0, 500)
  const plain = line.replace(chosen, ' ').trim()
  const found = label.exec(plain)
  const name = withoutEnd(plain.slice(found?.[0].length ?? 0), /[\s:：]/).trimStart()
  const counted = found?.[1] ?? found?.[2]
  return {
    name: name || withoutEnd(plain, /[\s:：]/) || line.trim(),
    ...(counted !== undefined && { counter: counted.toLowerCase() }),
    isChosen: chosen.test(line),
  }
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const numbered = new RegExp(`(?<!\\p{L})(?:${optionWords})[:：]?\\s{0,2}[#№]?(\\d{1,2}|[A-Z])(?![\\p{L}\\d])`, 'giu')
const ordinal = new RegExp(`\\b(first|second|third|fourth|fifth|sixth|last)\\s(?:${optionWords})\\b`, 'gi')

/** Numbers and letters by which a text refers to options: `2` for *Option 2* and *the second approach*; or `last`. */
export function countersIn(text: string): readonly string[] {
  const beginning = text.slice(0, 20_000)
  // `This approach a` does not refer to an approach A.
  const named = Array.from(beginning.matchAll(numbered), ([, digits = '']) => digits).filter(
    (digits) => !/[a-z]/.test(digits),
  )
  const counted = Array.from(beginning.matchAll(ordinal), ([, word = '']) => {
    const index = ordinals.indexOf(word.toLowerCase())
    return index < 0 ? 'last' : String(index + 1)
  })
  return [...named.map((digits) => digits.toLowerCase()), ...counted]
}

/** Whether a text marks its option as chosen: *Taken.*, *chosen* in italics or bold. */
export const isMarkedChosen = (text: string): boolean =>
  /(?:^|\s)[*_]{1,3}(?:chosen|selected|taken|accepted|adopted|picked)[.!]?[*_]{1,3}(?![\p{L}\p{N}_])/iu.test(
    text.slice(0, 5000),
  )
