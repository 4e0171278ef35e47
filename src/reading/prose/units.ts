/** What a unit measures. `count` is for things in a system, `scale` for a bare multiplier such as `million`. */
export type UnitKind = 'bytes' | 'time' | 'rate' | 'money' | 'percent' | 'cpu' | 'count' | 'scale' | 'people'

const lists: Readonly<Record<Exclude<UnitKind, 'percent'>, string>> = {
  bytes:
    'b kb mb gb tb pb kib mib gib tib pib kbit mbit gbit kbps mbps gbps byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes bits Ki Mi Gi Ti',
  time: 'ns us µs ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months year years milliseconds microseconds nanoseconds',
  rate: 'rps qps tps iops ops fps hz khz mhz ghz rpm wps eps',
  money: 'usd eur gbp aud chf dkk inr jpy nok dollar dollars euro euros cents cent rmb',
  cpu: 'core cores cpu cpus vcpu vcpus gpu gpus thread threads millicores',
  count:
    'x times users requests request calls queries writes reads transactions messages events records rows items objects files entries keys tokens nodes machines servers hosts clusters shards partitions replicas pods containers instances vms workers connections readers writers goroutines clients devices tenants customers sessions streams blocks samples series regions zones namespaces jobs tasks tables indexes accounts sites services packages images volumes disks buckets peers users subscribers producers consumers topics resources orders',
  people: 'engineers engineer developers developer people sprints sprint persons fte ftes teams quarters',
  scale: 'k m bn million millions billion billions thousand thousands trillion hundred hundreds mln',
}

/** Unit words as written, mostly in lower case. */
export const unitKinds: ReadonlyMap<string, UnitKind> = new Map(
  (Object.keys(lists) as (keyof typeof lists)[]).flatMap((kind) =>
    lists[kind].split(' ').map((unit) => [unit, kind] as const),
  ),
)
