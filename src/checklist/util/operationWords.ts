/** Words about how a design fares in operation: growth, failures, cost, security, observation. */
export const operationWords = {
  // Growth
  growth: `scale, scales, scaling, scalab*, grow, grows, growing, growth, throughput, bottleneck*, capacity, high load, heavy load, large number*, larger, large scale, big cluster*, huge, performance, performant, latency, efficien*,
    high volume, concurren*, overload*, complexity, benchmark*, workload*, traffic, any number, arbitrar* number, saturat*, backpressure, limit, limits, quota*, peak, spike*, burst*, number of, too many, lots of, many, million*, overhead,
    扩展, 性能, 吞吐, 并发, 延迟, 容量, 负载, 规模, 瓶颈, skalier*, durchsatz, leistung, performances, montée en charge, escalab*, rendimiento, масштаб*, производительн*`,
  strongGrowth: `scale, scales, scaling, scale out, scaled, scalab*, throughput, bottleneck*, capacity, high load, heavy load, large scale, big cluster*, performance, performant, latency, overload*, load balanc*, benchmark*, high volume, traffic, saturat*, backpressure, bandwidth, time complexity, any number of, arbitrar* number, arbitrarily many, large number*, thousands of, millions of, memory usage, memory consumption, peak, spike*, burst*,
    size limit*, memory limit*, maximum size, max size, maximum number, rate limit*, throttl*, shard*, autoscal*, auto scal*, concurrency, 扩展, 性能, 吞吐, 并发, 容量, 负载, 瓶颈, 延迟, 分片, skalier*, durchsatz, leistung, escalab*, rendimiento, масштаб*, производительн*`,
  scaleMeans: `shard*, partition*, horizontal*, autoscal*, auto scal*, scale out, scaled out, scale up, load balanc*, read replica*, rate limit*, throttl*, backpressure, batch*, connection pool*, worker pool*, thread pool*, cach*, consistent hash*, pagina*, fan out, evict*, compress*, buffer*, concurrency limit*,
    stateless, prefetch*, debounc*, coalesc*, parallel*, downsampl*, 分片, 分区, 缓存, 水平, 负载均衡, 批量, 限流, partitionier*, zwischenspeicher*, caché`,
  scaleHeading: `scal*, performance, capacity, throughput, load, bottleneck*, limits, limitations, sizing, efficiency, benchmark*, back pressure, backpressure, throttling, rate limit*, rate limiter, concurrency, 扩展, 性能, 容量, 瓶颈, skalier*, leistung, escalab*, rendimiento`,

  // Failures
  failure: `fail, fails, failed, failing, failure*, failover, error*, crash*, timeout*, timed out, times out, unavailab*, outage*, corrupt*, lost, data loss, exception*, panic*, broken, disconnect*, network partition*, split brain, conflict*, collision*, duplicate*, stale, inconsisten*, deadlock*, race condition*, restart*, reject*, invalid, offline, unreachable, unhealthy, dead, oom, abort*, edge case*, partial write*, leak*, missing, unknown, expired, malformed, not found, unexpected*, misbehav*, degrad*, rollback*, unresponsive, interrupt*, stuck, dies, mismatch*,
    失败, 错误, 异常, 超时, 故障, 宕机, 崩溃, 冲突, 无效, fehler*, ausfall*, absturz*, erreur*, panne*, échec*, fallo*, ошибк*, сбо*, отказ*`,
  hardFailure: `fail, fails, failed, failing, failure*, failover, error, errors, crash*, timeout*, timed out, times out, unavailab*, outage*, corrupt*, data loss, exception*, panic*, network partition*, split brain, deadlock*, race condition*, unreachable, unhealthy, oom, out of memory, partial write*, goes down, is down, went down, offline, goes offline, collision*, stale, disconnect*, malformed, misconfigur*, inconsisten*, unresponsive, dies,
    失败, 错误, 异常, 超时, 故障, 宕机, 崩溃, fehler*, ausfall*, absturz*, erreur*, panne*, échec*, fallo*, ошибк*, сбо*, отказ*`,
  handling: `retry, retries, retried, retrying, attempt*, re attempt*, re try, re tried, fallback, falls back, fall back, recover*, rollback, roll back, rolled back, return*, reject*, restart*, circuit breaker*, backoff, back off, backs off, mitigat*, handle*, abort*, ignore*, discard*, skip*, drop*, log, logs, logged, report*, redirect*, fail over, fails over, replay*, reset*, clean up, cleanup, cleaned up, cleans up, deleted, delete, re elect*, elect*, wait*, prevent*, avoid*, resume*, remain*, continue*, blocked, blocking, closed, close, re create*, recreat*, rebuil*, reconnect*, terminat*, notif*, alert*, stop, stops, stopped, repair*, heal*, requeue*, re queue*, rescheduled, revert*, detect*, result in, results in, cause*, lead*, will be, becomes, marked, propagat*, surfac*, thrown, throws, throw, emit*, trigger*, replaced, evict*, tolerat*, lose, loses, treat*, keeps, keep, wake, wakes,
    重试, 恢复, 返回, 回滚, 处理, 重启, 丢弃, 等待, wiederhol*, abgebrochen, réessay*, reintent*, повтор*`,
  condition: `if, when, in case, in the case, case of, whenever, unless, should the, on failure, upon, after, once, during, 如果, 当, 若, falls, wenn, si, lorsque, cuando, если, при`,
  failureHeading: `failure*, error*, fault*, edge case*, risk*, recovery, resilien*, reliab*, disaster*, failover, exception*, corner case*, troubleshoot*, fallback, retr*, drawback*, caveat*, limitation*, known issues, availability, high availability, rollback, 故障, 异常, 错误处理, 容错, 失败, fehler*, risiken, erreurs, errores, risiko*`,

  // Cost
  cheap: `costly, expensive, cheap, cheaper, 昂贵, teuer`,
  cost: `cost, costs, price, prices, pricing, cost budget*, expense*, billing, overhead, footprint, spending, savings, total cost of ownership, tco, 成本, 费用, 开销, 价格, kosten, coût*, costo*, coste*, precio, precios, стоимост*, затрат*`,
  burden: `performance, overhead, latency, complexity, slower, maintenance burden, operational burden, 性能, 复杂`,
  drawbackHeading: `drawback*, trade off*, tradeoff*, disadvantage*, downside*, 缺点, nachteile`,
  costHeading: `cost*, pricing, budget*, resource usage, resources, resource requirement*, capacity plan*, capacity estimat*, footprint, overhead, effort, estimat*, calculate usage, back of the envelope, memory usage, memory consumption, storage requirement*, 成本, 费用, 开销, 预算, kosten, aufwand, coûts, costos, costes`,
  resource: `memory, ram, disk, disks, storage, cpu, bandwidth, network traffic, instance*, machine*, node, nodes, vm, vms, io, iops, space, file, files, size, sizes, footprint, engineer*, developer*, effort, core, cores, gpu*, replica*, usage, consumption, consume*, utilization, 内存, 存储, 磁盘, 带宽, 资源, speicher*, mémoire, memoria, almacenamiento, памят*`,
  resourceUse: `memory usage, memory consumption, memory use, memory footprint, memory overhead, memory space, disk usage, storage cost*, storage usage, storage space, cpu usage, cpu cost, cpu time, cpu overhead, resource usage, resource overhead, resource cost*, compute resources, performance impact, performance overhead, ram, 内存, 资源, 磁盘空间, speicherverbrauch`,

  // Security
  authn: `authenticat*, authn, auth, login, oauth*, oidc, sso, saml, mfa, credential*, password*, ldap, identity provider*, service account*, jwt, jwts, bearer, signed token*, api key*, access token*, kerberos, mtls, mutual tls, workload identity, 认证, 鉴权, 登录, 密码, authentifizier*, authentification, autenticación, аутентифик*`,
  authz: `role based, restricted access, access rights, access restrict*, authoriz*, authoris*, authz, rbac, acl, acls, access control*, iam, permission*, privilege*, least privilege, allowlist*, allow list*, whitelist*, denylist*, blacklist*, allowed hosts, unauthorized, unauthorised, unprivileged, privileged, forbidden, entitlement*, admission control*, 授权, 权限, 访问控制, berechtigung*, autorisier*, autorisation*, autorización, permiso*, авториз*`,
  protection: `encrypt*, decrypt*, tls, ssl, certificat*, https, cryptograph*, secret, secrets, kms, vault, private key*, public key*, code signing, signed package*, signed image*, signed commit*, sensitive, key rotation, pii, gdpr, privacy, personal data, consent*, do not track, sensitive data, sensitive information, data residency, data protection, confidential*, hmac, digital signature*, checksum mismatch, 加密, 证书, 隐私, 密钥, verschlüssel*, datenschutz, chiffr*, cifrad*, шифр*`,
  threat: `attack*, supply chain, malware, threat*, malicious*, vulnerab*, exploits, exploitable, denial of service, dos, ddos, injection, xss, csrf, ssrf, man in the middle, mitm, spoof*, tamper*, impersonat*, adversar*, abuse*, untrusted, trust boundar*, trusted, trust, insecure*, compromised, cve*, sybil, eclipse attack*, privilege escalation, data leak*, exfiltrat*, leaked, attack surface, 攻击, 恶意, 威胁, 漏洞, angriff*, bedrohung*, attaque*, menace*, ataque*, amenaza*, атак*, угроз*`,
  barrier: `sandbox*, seccomp, jailer, jail, chroot, firewall*, security group*, network polic*, private subnet*, private network*, multi tenan*, multitenan*, tenant isolation, tenants, defense in depth, cgroup*, namespace isolation, private endpoint*, dmz, vpn, bastion, waf, security boundar*, isolation boundar*, blast radius, hardening, hardened, sanitiz*, sanitis*, process isolation, network isolation, container isolation, workload isolation, isolated network*, audit log*, auditing, audit trail, rootless, non root, selinux, apparmor, drop* capabilities, 隔离, 沙箱, 防火墙`,
  secure: `secur*, 安全, sicherheit*, sécurit*, segurid*, безопасн*`,
  securityHeading: `secur*, privacy, threat*, authenticat*, authoriz*, auth, access control, permissions, rbac, tls, trust*, encryption, tenancy, hardening, sandbox*, 安全, 认证, 权限, sicherheit*, sécurité, seguridad, безопасность`,

  // Observation
  metric: `metrics, histogram*, gauge*, counters, slo, slos, sli, slis, kpi*, 指标, metriken, métriques, métricas, метрик*`,
  alert: `alert*, pagerduty, on call, paging, alarm*, 告警, 报警`,
  dashboard: `dashboards, monitoring dashboard*, grafana, kibana, cloudwatch, datadog, splunk, sentry, jaeger, zipkin, new relic, logit*, 仪表盘`,
  trace: `tracing, distributed trac*, trace span*, opentelemetry, otel, telemetry, observability, observable, instrument*, 追踪, 可观测`,
  health: `health check*, healthcheck*, healthz, livez, readyz, liveness probe*, readiness probe*, readiness check*, liveness check*, health probe*, status condition*, health endpoint*, watchdog, 健康检查, 心跳`,
  logging: `logging, logs, log file*, log stream*, logged, log message*, log line*, log level*, log entries for, logger, error logs, application logs, server logs, access logs, container logs, structured log*, log output, log record*, logs and, in the logs, to the log, logs show, logs for, check the logs, log a, log an, should log, will log, logs when, log when, log warning*, log error*, logs warning*, klog, audit log*, error log*, debug log*, access log*, warning log*, stack trace*, syslog, 日志, journalisation, protokolliert, registros, логир*`,
  watch: `monitor, monitored, monitoring, status condition*, diagnos*, kubernetes event*, event recorder, visibility into, heartbeat*, 监控, überwach*, surveill*, monitoreo, supervisión, мониторинг*`,
  monitoringHeading: `monitoring, observab*, metrics, alert*, telemetry, logging, log messages, instrumentation, tracing, health, health checks, diagnostics, slo, slos, slis, dashboards, statistics, 监控, 可观测, 日志, 指标, 告警, monitorización, surveillance, überwachung, мониторинг`,

  telemetry: `metric data, metrics data, metric name*, metric source*, time series, timeseries, tsdb, prometheus, opentelemetry, span, spans, trace data, log data, telemetry data`,
  emitting: `emit*, expos*, export*, publish*, record*, track*, collect*, report*, monitor*, measur*, scrap*, relevant, watch*, observ*, new, add, added, following, gather*, push*, instrument*, 采集, 上报, 监控`,
  recovery: `recover*, rebuil*, fallback, fall back, falls back, retry, retries, retried, retrying, rollback, roll back, failover, fail over, fails over, redundan*, fault toleran*, circuit breaker*, graceful*, re created, re attempt*`,

  state: `status, statuses, progress, conditions, statistics, 状态, 进度`,
  showing: `show, shows, shown, display*, report*, expos*, notif*, surface*, inform*, 显示, 报告`,

  // Idioms whose words mean something else alone
  void: `dependency injection, fault injection, sidecar injection, constructor injection, commit log*, transaction log*, write ahead log*, raft log*, change log*, event log*, replicated log*, append only log*, history log*, merkle log*, update log*, redo log*, undo log*, logged in, logged into, logged on, log in, further down, drop down, breaks down, break down, top down, scale down, scaled down, shut down, shuts down, in the long run, trusted advisor`,

  // Where a section stands apart
  asideHeading: `non goals, non goal, nongoals, out of scope, non objectives, non requirements, not goals, references, reference, see also, further reading, related work, changelog, change log, table of contents, contents, glossary, links, resources and links, additional resources, revision history, release signoff checklist, authors, blog posts, acknowledg*, 参考, 目录, 非目标, nicht ziele`,
  nothing: `none, n a, na, not applicable, no impact, no change*, nothing, tbd, todo, tba, no, 无, keine, aucun, ninguno`,
}
