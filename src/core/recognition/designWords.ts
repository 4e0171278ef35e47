/**
 * English words that are more frequent in texts about how something is built than in tutorials, announcements or lists.
 */
export const designWords: ReadonlySet<string> = new Set(
  [
    'responsible consists composed component components subsystem subsystems module modules layer layers',
    'mechanism mechanisms algorithm protocol consistency consistent replica replicas replication leader follower followers',
    'persist persisted persists persistence persistent durable invariant invariants guarantee guarantees',
    'failure failures recover recovers recovery retry retries latency throughput bottleneck overhead',
    'approach approaches design designed designs architecture architectural implementation implementations',
    'alternatively therefore thus hence instead ensures ensure asynchronous asynchronously synchronously concurrent concurrently concurrency',
    'lifecycle semantics transition transitions handler handlers queue queues shard shards partition partitions',
    'internally abstraction abstractions scheduler controller coordinator dispatcher worker workers',
    'receives sends stores maintains propagates decouple decoupled decouples orchestrates',
    'proposed propose proposes proposal drawback drawbacks tradeoff tradeoffs atomic atomically transaction transactions',
    'eventually stateless stateful idempotent downstream upstream backend frontend microservice microservices',
  ]
    .join(' ')
    .split(' '),
)
