/** The currencies in which amounts are read, and how authors write them. */

const codes = 'USD|EUR|GBP|CHF|JPY|CNY|INR|CAD|AUD|SEK|NOK|DKK|PLN'

export const currencySigns = '$€£¥₹'

/** Currency codes by sign, code or word. Only upper case is a code: `CAD 20`, but not `the cad 2 files`. */
const byName = new Map([
  ...codes.split('|').map((code) => [code, code] as const),
  ...Object.entries({ $: 'USD', US$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' }),
  ...Object.entries({
    dollar: 'USD',
    dollars: 'USD',
    euro: 'EUR',
    euros: 'EUR',
    元: 'CNY',
    万元: 'CNY',
    亿元: 'CNY',
    RMB: 'CNY',
  }),
])

/** The code of the currency with this name; undefined for any other word. */
export const currencyNamed = (name: string): string | undefined => byName.get(name)

/** A currency directly before a number, with the space between them. */
export const currencyBefore = new RegExp(`(?:US\\$|[${currencySigns}]|(?:${codes})(?=[ \\d])) ?(?=\\d)`, 'y')

/** Every amount of money contains one of these, and so does a column heading that names a currency. */
export const currencyWord = new RegExp(`[${currencySigns}]|${codes}|dollar|euro|元|RMB`)

/** A currency in a column heading, such as `Monthly (JPY)`; in `CAD files`, the code counts nothing. */
export const currencyInHeading = new RegExp(
  `[${currencySigns}]|\\b(?:${codes})\\b(?! \\w{2,30}s\\b)|(?<![单多])元(?![数素组件])`,
)

/** The codes as units after a number, in lower case; without one that is a word, too: `3 CAD models`. */
export const currencyUnits: readonly string[] = codes
  .toLowerCase()
  .split('|')
  .filter((code) => code !== 'cad')

/** The codes in a text. */
export const currencyCodes = new RegExp(`\\b(?:${codes})\\b`, 'g')

const continental = 'EUR|CHF|SEK|NOK|DKK|PLN'

/** Whether amounts in a currency are usually written as `2.150,00`. */
export const isContinental = (code: string): boolean => continental.split('|').includes(code)

/** Whether a column heading names one of them. */
export const continentalHeading = new RegExp(`€|\\b(?:${continental})\\b`)
