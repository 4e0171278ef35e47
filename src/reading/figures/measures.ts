/** Seconds in a month of 30 days, as estimates usually assume. */
export const month = 30 * 86_400
export const year = 365 * 86_400

/** Seconds by the names of a time unit. `m` is absent: it may be a minute, a million or a metre. */
const spans: Readonly<Record<string, number>> = {
  'ns nanosecond nanoseconds': 1e-9,
  'us µs μs microsecond microseconds': 1e-6,
  'ms millisecond milliseconds msec msecs': 1e-3,
  's sec secs second seconds': 1,
  'min mins minute minutes': 60,
  'h hr hrs hour hours': 3600,
  'd day days 天 日': 86_400,
  'w wk week weeks': 7 * 86_400,
  'mo mth month months 月': month,
  'quarter quarters': 3 * month,
  'y yr yrs year years 年': year,
}

const byName = (table: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(table).flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)))

const secondsByName = byName(spans)

/** Seconds of the time unit that a word names; undefined for other words. */
export const secondsOf = (word: string): number | undefined =>
  secondsByName.get(word) ?? secondsByName.get(word.toLowerCase())

/** Words for a frequency, such as `daily`, or a rate, such as `rps`, with their periods in seconds. */
const periodsByAdverb = byName({
  'rps qps tps iops wps eps fps': 1,
  'rpm qpm': 60,
  hourly: 3600,
  'daily dau': 86_400,
  weekly: 7 * 86_400,
  'monthly p.m. pm': month,
  quarterly: 3 * month,
  'yearly annually annual p.a.': year,
})

/** The period in seconds that a word such as `daily` or `rps` implies; undefined for other words. */
export const periodNamed = (word: string): number | undefined => periodsByAdverb.get(word.toLowerCase())

/** Multipliers. `B` is absent: it may be bytes. */
export const scalesByName: ReadonlyMap<string, number> = byName({
  'k K thousand': 1e3,
  'M mio mn mln million millions Million': 1e6,
  'G bn billion billions Billion': 1e9,
  'T trillion trillions': 1e12,
  P: 1e15,
  hundred: 100,
  '万 万元': 1e4,
  '亿 亿元': 1e8,
})

/** A unit of data. */
export interface ByteUnit {
  /** Size in bytes, as a power of 1000 and as a power of 1024. */
  readonly decimal: number
  readonly binary: number
  /** `sloppy` for spellings such as `Mb`, used for both bits and bytes. */
  readonly kind: 'byte' | 'bit' | 'sloppy'
  /** Whether the unit is per second, such as `Mbps`. */
  readonly isRate: boolean
}

const prefixes = ['', 'k', 'm', 'g', 't', 'p', 'e']

/** The unit of data that a word names; undefined for other words. */
export function byteUnitOf(word: string): ByteUnit | undefined {
  const kubernetes = /^([KMGTPE])i$/.exec(word)
  const [, prefix = '', binary, noun = '', rate] =
    (kubernetes ? [word, kubernetes[1], 'i', 'B'] : undefined) ??
    /^(k|m|g|t|p|e|kilo|mega|giga|tera|peta|exa)?(i|bi)?(b|bits?|bytes?)(ps)?$/i.exec(word) ??
    []
  if (!noun || noun + prefix === 'b') return undefined
  const power = prefixes.indexOf(prefix.charAt(0).toLowerCase())
  const kind = /^bit/i.test(noun) || (noun === 'b' && rate) ? 'bit' : noun === 'b' ? 'sloppy' : 'byte'
  const size = 1024 ** power
  return { decimal: binary ? size : 1000 ** power, binary: size, kind, isRate: rate !== undefined }
}
