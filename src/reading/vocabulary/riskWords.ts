/** Words that tell what kind of thing a design is about, and those that red flags are raised over or kept silent by. */
export const riskWords = {
  // What is designed
  deployed: `deploy*, in production, daemon*, pod, pods, cluster, clusters, replica, replicas, instance, instances, server, servers, uptime, load balanc*, traffic, 部署, 集群, 实例, 服务器, cluster*, serveur*, servidor*, сервер*`,
  running: `running, runtime, service, services, endpoint*, request, requests, worker, workers, queue, queues, node, nodes, broker*, database*, restart*, process, processes, 服务, 请求, 节点, 数据库, 队列`,
  toolish: `command line, cli, library, libraries, compiler*, syntax, specification, language, languages, module, modules, terraform, config*, tool, tools, tooling, developer*, package*, schema*, protocol, 工具, 语法, 语言`,
  outside: `user, users, client, clients, api, apis, http, https, grpc, rpc, rpcs, endpoint*, upload*, download*, external*, third part*, public*, internet, browser*, webhook*, customer*, tenant*, cli, admin, admins, administrator*, operator*, anonymous, personal, uplink*, ingress, topic, topics, consumer*, bucket*, 用户, 客户端, 接口, benutzer*, utilisateur*, usuario*, пользовател*`,
  infrastructure: `kafka, hbase, cassandra, redis, memcached, postgres*, mysql, mongodb, dynamodb, s3, ec2, rds, nat gateway*, vpc*, load balancer*, object storage, etcd, zookeeper, elasticsearch, opensearch, rabbitmq, virtual machine*, vm, vms, cdn, data center*, data centre*, datacenter*, bare metal`,

  // What a single loss takes down
  sole: `single instance, single server, single host, single vm, single virtual machine, single process, single replica, single broker, single container, single postgres*, single mysql, single redis, single kafka, only one instance, only one server, only one node, only one replica, only one database, one database server, one server, one instance, one virtual machine, one vm, 单点, 单机`,
  central: `central, centralised, centralized`,
  redundancy: `redundan*, replica*, replicat*, failover, fail over, fails over, failed over, standby, stand by, highly available, high availability, ha, quorum, leader election, election, multi az, availability zone*, multiple instances, several instances, two instances, three instances, backup*, back up, restore*, recover*, rebuilt from, fault toleran*, disaster*, stateless, self heal*, restart*, reschedul*, active passive, active active, fallback, 副本, 冗余, 备份, 故障转移, 恢复, 高可用`,

  // Who builds and runs it
  phase: `phase*, milestone*, roadmap`,
  skillNeed: `steep learning curve, learning curve, steep learning, new skill*, skill gap*, skills gap, skills are missing, skills missing, no experience, lack experience, lack of experience, little experience, not familiar with, unfamiliar with, need to hire, have to hire, must hire, will hire, need training, training is needed, needs training, new to us, new to the team`,
  remedy: `train*, workshop*, hire, hiring, consultant*, contractor*, coach*, mentor*, pairing, managed service*, learn, learns, ramp up, spike, spikes, onboarding`,
  people: `owner, owners, owned by, ownership, maintainer*, maintained by, built by, run by, runs it, operated by, operates it, on call, sre, sres, responsible team, consultant*, contractor*, pairing, trained, coach*, mentor*, 负责人`,
  staff: `team, teams, squad*, staff*, engineer, engineers, stakeholder*, 团队, équipe*, equipo*, команд*`,

  // More than the scale asks for
  heavyweight: `kafka, pulsar, rabbitmq, kubernetes, k8s, istio, linkerd, service mesh, cassandra, hbase, hadoop, spark, flink, elasticsearch, opensearch, zookeeper, consul, etcd, nomad, graphql federation, event sourcing, cqrs, saga*, microservice*, micro service*, data lake, snowflake, airflow, temporal, cadence, blockchain, neo4j, multi region, active active`,

  // How an architecture is chosen
  microservice: `microservice*, micro service*, 微服务`,
  fromStart: `from day, since day one, from the start, from the beginning, from the outset, on day one, at launch, right away`,
  early: `mvp, minimum viable product, minimal viable product, hackathon, side project, hobby project, first version, early stage startup, small startup, small team, tiny team`,
  fashion: `cutting edge, bleeding edge, latest and greatest, state of the art technolog*, trendy, trending, hype, hyped, buzzword*, hottest, cool technolog*, fashionable, future proof technolog*, everyone uses, everyone is using, everybody uses, everybody is using, all the big companies, netflix uses, google uses, netflix does, google does, want to learn, wants to learn, wanted to learn, wanted to try, want to try out, good to know on the market, looks good on, attract talent, attract developers, attracts developers, attract engineers`,
  choosing: `use, uses, used, using, choose, chose, chosen, choosing, adopt*, pick, picked, select*, build, built, go with, went with, move to, moving to, migrat*, introduc*, rewrit*, decid*, prefer*, because, since, consist*, split*, decompos*, divid*, composed of, made of, architecture`,

  // Parts that cannot go alone
  togetherness: `deployed together, deploy together, deploys together, released together, release together, in lockstep, lock step, deployed at the same time, released at the same time, deployed simultaneously, deployed in order, upgraded together, coordinated release*, coordinated deployment*, coordinated deploy*, share a database, shares a database, sharing a database, share the database, share the same database, shares the same database, sharing the same database, share one database, share a single database, shared database, same database schema, share the same schema, share a schema, shared schema, read each other's tables, each other's database, each other's tables, distributed monolith`,

  // One part for everything
  duty: `handles, manages, is responsible for, are responsible for, does, owns, contains, takes care of`,
  allPowerful: `responsible for everything, handles everything, does everything, manages everything, knows everything, controls everything, holds all business logic, holds all the business logic, contains all business logic, contains all the business logic, implements all business logic, implements all the business logic, has all business logic, has all the business logic, contains the entire business logic, holds the entire business logic, god object, god class, god component, central brain, the whole application logic`,

  // Doors without locks
  unbounded: `any service can call any, any service may call any, any component can call any, any component may call any, any module can call any, any service can access any, any service can access all, any component can access any, every service can call every, every service can access every, every service can access all, every component can access every, every component can access all, all services can access all, all services can call all, all components can access all, all services have access to all, every service has access to all, every service has full access, all services have full access, all services have direct access, every service has direct access, any to any, unrestricted access, unlimited access, full access to the database, full access to all, direct access to all, access to everything, access everything, wide open, cluster admin permission*, cluster admin role, cluster admin access, root access to all, allow all traffic, allows all traffic`,

  // How it comes into being
  intent: `will be, we will, will have, will run, will store, will use, will send, shall be, to be built, is going to, are going to, we plan, plans to, 将, wird, werden`,
  bigBang: `big bang, all at once, in one go, in a single step, in one step, rewrite from scratch, complete rewrite, full rewrite, ground up rewrite, everything at launch, one big release, single big release, flag day, fully specified before, complete design before, design everything`,
  step: `phase*, milestone*, mvp, first version, first step, first release, first iteration, initial version, initial release, initial implementation, iteration*, iterativ*, incremental*, increment, increments, step by step, roadmap, rollout*, roll out, rolled out, gradual*, staged, pilot, prototype*, proof of concept, feature flag*, feature gate*, feature toggle*, canary, beta, alpha, v1, v2, v0, migration plan, migration path, upgrade path, upgrade strateg*, graduation, timeline, quarter, sprint*, follow up, future work, future, later, eventually, for now, initially, at first, start with, starts with, starting with, next step*, strangler, side by side, in parallel, 阶段, 迭代, 里程碑, 灰度, phasen, étape*, fase, фаз*, этап*`,
} satisfies Record<string, string>
