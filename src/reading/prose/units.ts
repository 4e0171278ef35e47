/** Which words after a number are units, and of what. */
import { currencyUnits } from './currencies.ts'

/** What a unit measures. `count` is for things in a system, `scale` for a bare multiplier such as `million`. */
export type UnitKind = 'bytes' | 'time' | 'rate' | 'money' | 'percent' | 'cpu' | 'count' | 'scale' | 'people'

const lists: Readonly<Record<Exclude<UnitKind, 'percent'>, string>> = {
  bytes:
    'b kb mb gb tb pb kib mib gib tib pib kbit mbit gbit kbps mbps gbps byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes bits Ki Mi Gi Ti',
  time: 'ns us µs ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months year years milliseconds microseconds nanoseconds',
  rate: 'rps qps tps iops ops fps hz khz mhz ghz rpm wps eps',
  money: `${currencyUnits.join(' ')} dollar dollars euro euros cents cent rmb`,
  cpu: 'core cores cpu cpus vcpu vcpus gpu gpus thread threads millicores',
  count:
    'x times users requests request calls queries writes reads transactions messages events records rows items objects files entries keys tokens nodes machines servers hosts clusters shards partitions replicas pods containers instances vms workers connections readers writers goroutines clients devices tenants customers sessions streams blocks samples series regions zones namespaces jobs tasks tables indexes accounts sites services packages images volumes disks buckets peers users subscribers producers consumers topics resources orders',
  people: 'engineers engineer developers developer people sprints sprint persons fte ftes teams quarters',
  scale: 'k m bn million millions billion billions thousand thousands trillion hundred hundreds mln',
}

/** The same in German. Those in upper case are abbreviations, or English words in lower case. */
const german: Readonly<Partial<typeof lists>> = {
  bytes: 'kbyte mbyte gbyte tbyte',
  time: 'millisekunde millisekunden mikrosekunden Sek sekunde sekunden minuten Std stunde stunden Tag tage tagen woche wochen monat monate monaten quartal quartale jahr jahre jahren',
  money: 'franken rappen teur keur meur tchf',
  cpu: 'kern kerne kernen',
  count:
    'mal abfragen abrufe anfragen aufrufe aufträge bestellungen belege benutzer buchungen dateien datensätze dokumente einträge ereignisse fahrzeuge filialen geräte instanzen knoten kunden kundinnen mandanten maschinen meldungen messwerte nachrichten nutzer nutzerinnen partitionen pakete patienten rechner replikate sendungen seiten sitzungen sensoren standorte standorten transaktionen verbindungen vorgänge werte zeilen zugriffe zähler',
  people:
    'entwickler entwicklerinnen entwicklertage leute manntage mitarbeiter mitarbeitende personen personentag personentage personenmonate personenjahre vollzeitstellen vzä',
  scale: 'mio mrd tsd millionen milliarden tausend',
}

/** Unit words as written, mostly in lower case. */
export const unitKinds: ReadonlyMap<string, UnitKind> = new Map(
  [lists, german].flatMap((words) =>
    (Object.keys(words) as (keyof typeof lists)[]).flatMap((kind) =>
      (words[kind] ?? '').split(' ').map((unit) => [unit, kind] as const),
    ),
  ),
)

/** Chinese units; machines are computing resources. */
const chineseLists: Readonly<Partial<Record<UnitKind, string>>> = {
  money: '元 美元 美金 人民币',
  time: '微秒 毫秒 秒 分钟 小时 天 周 个月',
  cpu: '核 台',
  people: '人天 人日 人周 人月 人年',
  count: '倍 实例 节点 副本 分片 分区 进程',
}
const chineseUnits = Object.entries(chineseLists).flatMap(([kind, units]) =>
  units.split(' ').map((unit) => [unit, kind as UnitKind] as const),
)

/** Words that begin like a unit: `3 元组`, `3 个核心指标`. */
const noUnit = /元(?:组|素|数据)|核(?:心|算|实|对)|秒杀|台(?:账|阶|风)|周(?:年|边|报)|天(?:然|猫)|实例化|节点名/y
/** `5 万`, `3.5 亿`, `60w`. */
const scaleWord = /[十百千]?[万亿]|[千wW]/y
const latinUnit = /[QTR]PS|[KMGTP]B/y
/** The size of a machine after its number of cores: `C8G` of `4C8G`. */
const machineSize = /[cC]\d{1,4}[gG]/y

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/**
 * The Chinese unit at an offset, or a Latin one after a Chinese number word: `万元` of `5 万元`, `w QPS` of `60w QPS`.
 * Undefined if there is neither.
 */
export function chineseUnitAt(text: string, at: number): { readonly kind: UnitKind; readonly end: number } | undefined {
  const size = lengthAt(machineSize, text, at)
  if (size > 0) return { kind: 'cpu', end: at + size }
  const scale = lengthAt(scaleWord, text, at)
  const isLatin = scale > 0 && /[wW]/.test(text.charAt(at))
  let end = at + scale
  while (end < at + scale + 2 && ' 多余+'.includes(text.charAt(end)) && end < text.length) end++
  if (text[end] === '个' && text[end + 1] !== '月') end += text[end + 1] === ' ' ? 2 : 1
  if (lengthAt(noUnit, text, end) > 0) return undefined
  const latin = scale > 0 ? lengthAt(latinUnit, text, end) : 0
  if (latin > 0) return { kind: unitKinds.get(text.slice(end, end + latin).toLowerCase()) ?? 'scale', end: end + latin }
  const unit = chineseUnits.find(([unit]) => text.startsWith(unit, end))
  if (isLatin && !unit && !/\p{Script=Han}/u.test(text.slice(end, end + 1))) return undefined
  if (unit) return { kind: unit[1], end: end + unit[0].length }
  return scale > 0 ? { kind: 'scale', end: at + scale } : undefined
}
