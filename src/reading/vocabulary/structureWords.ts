/** Words about what a design is: its demands, parts, flows, data and interfaces. */
export const structureWords = {
  // Demands
  aim: `goal*, objective*, requirement*, motivation, use case*, user stor*, acceptance criteria, aim*,
    we want*, should be able, proposes, purpose, success criteria, problem statement, deliverable*, constraint*, drivers,
    capabilit*, functional, allows for, able to, support*, enable*, needs, scope, expectation*,
    目标, 需求, 动机, 要求, 目的, 用例, 要件, 요구사항, ziel*, anforderung*, objectif*, exigence*, requisito*, objetivo*, цел*, требован*`,
  aimHeading: `goal*, objective*, requirement*, desiderata, use case*, user stor*, acceptance criteria, aims, success criteria,
    constraint*, decision drivers, non functional, functional, expectations, needs, assumption*, expected behavior, expected behaviour, required behavior, must have*,
    目标, 需求, 要求, 用例, 要件, ziele, anforderung*, objectifs, exigence*, requisito*, objetivo*, цел*, требован*`,
  goalWord: `goal, goals, objective, objectives, requirement, requirements, use case, use cases, user story, user stories, aims, is to, 目标, 需求, ziel, ziele, objectif*, objetivo*, цель*`,
  plan: `propos*, we want, we need, would like, allows, allow, enables, enable, introduces, introduce, supports, support, designed to, intended, wants, provide, provides, 提议, 支持, 允许`,
  background: `motivation, background, context, problem*, overview, summary, abstract, introduction, why, purpose, scope, rationale,
    动机, 背景, 概述, 概要, 简介, 目的, 上下文, kontext, einleitung, contexte, contexto, resumen`,
  modal: `must, shall, should, need to, needs to, has to, have to, is required, are required, required to, 必须, 应该, 需要, 应当, muss, müssen, soll, sollen, doit, debe, должен`,
  quality: `performan*, latency, latencies, throughput, availab*, reliab*, durab*, scalab*, scale, compatib*, secur*, consisten*, resilien*,
    robust*, fast, faster, quick*, efficien*, portab*, maintainab*, usab*, simplicity, overhead, backward*, minimal, minimi*, cheap*, low cost,
    cost, costs, safe, safely, safety, accura*, correctness, fault toleran*, high load, data loss, downtime, zero down*, extensib*, flexib*, decoupl*,
    isolat*, transparent*, seamless*, idempoten*, privacy, real time, responsive*, deterministic*, reproducib*, testab*, interoperab*, memory, footprint,
    性能, 可用性, 可靠, 延迟, 吞吐, 安全, 兼容, 扩展性, 一致性, leistung, verfügbar*, sicherheit, disponibilité, rendimiento, disponibilidad`,

  // Parts
  component: `service*, server, servers, controller*, component*, module*, manager*, client*, database*, store, stores, queue*, worker*, node, nodes, agent*, api,
    gateway*, proxy, proxies, scheduler*, broker*, cluster*, operator*, plugin*, plug in*, librar*, engine*, handler*, router*, cache, caches, process, processes,
    layer*, class, classes, package*, pipeline*, balancer*, reader*, writer*, producer*, consumer*, coordinator*, leader, follower*, master, replica*,
    frontend*, backend*, ui, dashboard, daemon*, sidecar*, container*, pod, pods, adapter*, driver*, provider*, extension*, registry, executor*, dispatcher*,
    crate*, system*, subsystem*, thread, threads, stack, webhook*, reconciler*, monitor, parser*, validator*, repositor*, topic, topics, bucket*, function, lambda,
    kubelet, apiserver, app, application, website, browser, collector*, exporter*, listener*, buffer, interface, framework, runtime, compiler, sdk, cli,
    服务, 组件, 模块, 数据库, 节点, 客户端, 队列, 缓存, 服务器, dienst*, komponente*, modul*, composant*, componente*, servicio*, сервис*, модул*`,
  role: `responsib*, handles, handle, manages, manage, stores, store, maintains, maintain, provides, provide, receives, sends, forwards, coordinates, coordinate,
    implements, exposes, expose, runs, routes, reads, writes, serves, serve, tracks, track, validates, performs, perform, acts as, creates, generates, computes, consumes,
    produces, publishes, listens, watches, watch, monitors, collects, schedules, assigns, decides, executes, owns, wraps, translates, contains, holds, keeps,
    encapsulates, represents, verifies, checks, updates, connects, abstracts, takes care, in charge, used to, used by, used for, is a, are a, consists,
    负责, 提供, 管理, 处理, 维护, 存储, 用于, verantwortlich, verwaltet, gère, fournit, gestiona, отвечает`,
  componentsHeading: `component*, module*, service*, architecture, building block*, container*, subsystem*, parts, actors, participants, structure, classes, layers,
    组件, 模块, 架构, 系统架构, komponenten, bausteine, architektur, composants, componentes, компонент*`,

  // Flows
  flowVerb: `posts, contacts, connects, talks to, asks, emits, emitted, delivers, delivered, streams, submits, submitted, submit, accepts, hands, hands over, retrieves, retrieve, sends, send, sent, sending, receives, receive, received, forwards, forward, forwarded, writes, write, written, reads, read, returns, return, returned, calls, call, invokes, invoke, invoked,
    publishes, publish, published, consumes, consume, pushes, push, pulls, pull, fetches, fetch, fetched, queries, requests, request, responds, respond, replies, updates, update, updated, stores, stored, persists, persisted, passes, passed,
    loads, load, enqueues, enqueue, enqueued, dispatches, dispatch, dispatched, notifies, notify, notified, triggers, trigger, triggered, creates, create, created, checks, check, validates, validate, verifies, verify,
    routes, routed, redirects, proxied, applies, apply, appends, acknowledges, commits, commit, replicates, starts, start, polls, deletes, delete, removes, registers, register, uploads, upload, downloads, download, copies, copy, transfers, resolves,
    发送, 接收, 返回, 写入, 读取, 请求, 调用, 更新, 转发, sendet, empfängt, schreibt, envoie, reçoit, envía, recibe, отправля*, получа*`,
  order: `then, next, after, afterwards, once, finally, first, firstly, second, secondly, subsequently, before, when, upon, until, in turn, eventually, followed by, as soon as,
    然后, 接着, 首先, 最后, 之后, 随后, dann, danach, zuerst, ensuite, puis, luego, después, затем`,
  flowHeading: `flow*, data flow*, workflow*, sequence*, walkthrough, life cycle, lifecycle, process, how it works, algorithm, procedure, steps, request path, write path, read path, pipeline, interaction*, scenario*,
    runtime view, communication, protocol, reconcil*, 流程, 步骤, 时序, 数据流, ablauf, laufzeitsicht, flujo, поток*`,

  // Data
  entity: `artifact*, manifest*, dataset*, snapshot*, blob*, stored, storage, database*, persist*, message*, table*, schema*, record*, entity, entities, field*, column*, attribute*, data structure*, data model*, key, keys, index*, row, rows, document, object, objects, struct, structs, model, models, state, metadata,
    layout, payload, directory, file, files, enum, topic, crd, crds, custom resource*, packet*, format, formats, property, properties, 表, 字段, 数据结构, 数据模型, 元数据, tabelle*, entität*, champs, tabla*, таблиц*`,
  dataHeading: `data model*, schema*, data structure*, storage, data layout, layout, entit*, tables, database, data, model*, crd*, object model, format*, encoding, 数据模型, 数据结构, 存储, datenmodell, modelo de datos`,

  // Interfaces
  interface: `api, apis, endpoint*, interface*, rpc, grpc, rest api, restful, graphql, rpcs, command line, cli, webhook*, callback*, parameter*, argument*, signature*, contract*, protocol*, config option*, configuration option*, http request*, http response*,
    接口, 参数, 配置, 请求, 响应, 协议, schnittstelle*, interfaz, parámetro*, интерфейс*`,
  setting: `field, fields, property, properties, parameter*, option*, flag, flags, argument*, setting*, annotation*, label, labels, header, headers, attribute*, column*, variable*, env, config, configuration, key, method*, endpoint*, 字段, 参数, 属性`,
  apiHeading: `api, apis, interface*, endpoint*, contract*, cli, commands, configuration*, protocol*, messages, methods, parameters, ports, settings, 接口, 配置, 协议, schnittstelle*`,
}
