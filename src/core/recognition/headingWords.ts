/**
 * The headings of design documents, and those of other texts: the vocabulary for recognising documents that nothing
 * names. A phrase matches a heading that it equals, or that begins or ends with it at word boundaries.
 */

import { type Part, titlesOfPart } from '../decisions/sectionTitles.ts'
import type { PhrasePlace } from './phrases.ts'

/** Headings with the same meaning. */
export interface HeadingFamily {
  readonly id: string
  /** Evidence of such headings: positive for a design document, negative against one. For several, see `weightOf`. */
  readonly weight: number
  /** Folded like `titleKey` does; separated by commas. */
  readonly phrases: string
  /** Where in a heading the phrases match; at both ends when absent. Common words match only whole headings. */
  readonly where?: PhrasePlace
}

export const headingFamilies: readonly HeadingFamily[] = [
  // Why.
  {
    id: 'summary',
    weight: 0.5,
    phrases:
      'summary, executive summary, abstract, overview, introduction, tldr, tl dr, in a nutshell, 概述, 概要, 摘要, 简介, 総括, 요약, 개요, zusammenfassung, überblick, einleitung, résumé, vue d ensemble, resumen, visión general, resumo, visão geral, sommario, panoramica, samenvatting, overzicht, обзор, резюме, введение',
  },
  {
    id: 'motivation',
    weight: 1.5,
    phrases:
      'why we are doing this, why we do this, why do this, why now, why we need this, why this matters, why change anything, motivation, motivations, rationale, why this change, why are we doing this, why do we need this, why should we do this, what problem does this solve, which problem does this solve, what problem are we solving, what problem do we solve, working backwards, reason for the change, 动机, 動機, 동기, motivación, motivação, motivazione, motivatie, мотивация, beweggründe',
  },
  {
    id: 'background',
    weight: 1,
    phrases:
      'background, context, problem, problem statement, the problem, problem description, problem definition, current state, current situation, current behavior, current behaviour, status quo, current architecture, current design, history, as is, 背景, 问题, 上下文, 課題, 배경, 문제, hintergrund, ausgangslage, problemstellung, kontext, contexte, contexte et problème, problématique, contexto, antecedentes, planteamiento del problema, problema, contesto, achtergrond, probleemstelling, контекст, предпосылки, проблема, постановка задачи',
  },
  {
    id: 'goals',
    weight: 1,
    phrases:
      'what we want, what we are after, what good looks like, what success looks like, goals, goal, objectives, objective, design goals, purpose, aims, tenets, desiderata, design principles, guiding principles, goals and non goals, scope, in scope, success criteria, success metrics, 目标, 目的, 目標, 목표, ziele, ziel, zielsetzung, objectifs, objetivos, obiettivi, doelen, doelstellingen, цели, цель, задачи',
  },
  {
    id: 'non-goals',
    weight: 2,
    phrases:
      'non goals, non goal, nongoals, non objectives, out of scope, outside the scope, explicit non goals, anti goals, what this is not, 非目标, 非目標, 不在范围内, nicht ziele, nichtziele, hors périmètre, fuera de alcance, fora do escopo, fuori ambito, buiten scope, не цели, вне рамок',
  },
  {
    id: 'requirements',
    weight: 1,
    phrases:
      'functional requirements, non functional requirements, requirements, use cases and constraints, constraints, constraints and assumptions, assumptions, design constraints, use cases, use case, user stories, user story, scenarios, quality attributes, drivers, 需求, 约束, 用例, 要件, 요구사항, anforderungen, randbedingungen, annahmen, exigences, contraintes, requisitos, restricciones, restrições, requisiti, vincoli, vereisten, eisen, требования, ограничения',
  },
  // What.
  {
    id: 'proposal',
    weight: 2,
    phrases:
      'proposal, the proposal, press release, internal faq, external faq, public faq, customer faq, proposed solution, proposed design, proposed change, proposed changes, proposed architecture, proposed implementation, proposed approach, proposed apis, proposed api, proposed api changes, solution proposal, proposal details, guide level explanation, reference level explanation, basic example, suggested approach, recommended approach, 提案, 提议, 解决方案, 方案, 제안, vorschlag, lösungsvorschlag, proposition, solution proposée, propuesta, solución propuesta, proposta, soluzione proposta, voorstel, предложение, предлагаемое решение',
  },
  {
    id: 'design',
    weight: 2,
    phrases:
      'design, designs, the design, design overview, design detail, design details, detailed design, detail design, details design, high level design, low level design, technical design, technical details, technical approach, system design, design and architecture, design proposal, design considerations, design decisions, design choices, design rationale, api design, database design, schema design, design for, create a high level design, design core components, scale the design, what is the technical solution, what is the proposed solution, what do we propose, how will it be implemented, how will this be implemented, how would it be implemented, implementation overview, implementation details, implementation plan, implementation strategy, implementation considerations, 设计, 設計, 実装, 설계, entwurf, technischer entwurf, lösungsansatz, lösungsstrategie, conception, conception détaillée, diseño, diseño técnico, projeto, desenho da solução, desenho técnico, progettazione, ontwerp, technisch ontwerp, проектирование, дизайн, решение',
  },
  {
    id: 'architecture',
    weight: 1,
    phrases:
      'architecture, system architecture, architecture overview, architectural overview, internal architecture, high level architecture, software architecture, architecture diagram, component diagram, class diagram, building block view, runtime view, deployment view, cross cutting concepts, crosscutting concepts, topology diagrams, 架构, 架構, アーキテクチャ, 아키텍처, architektur, systemarchitektur, bausteinsicht, laufzeitsicht, arquitectura, arquitetura, architettura, architectuur, архитектура',
  },
  {
    id: 'parts',
    weight: 1,
    phrases:
      'components, core components, components and features, key components, system components, main components, component descriptions, modules, entities, services, service dependencies, ports, port handlers, state machine, state machines, state transitions, 组件, 构件, 모듈, komponenten, composants, componentes, componenti, componenten, компоненты',
  },
  {
    id: 'flow',
    weight: 1,
    phrases:
      'data flow, data flows, dataflow, control flow, request flow, high level flow, message flow, flow, workflow, sequence diagram, sequence diagrams, algorithm, high level algorithm, algorithms, protocol, 流程, 数据流, 算法, データフロー, 데이터 흐름, datenfluss, ablauf, flux de données, flujo de datos, fluxo de dados, flusso dei dati, gegevensstroom, поток данных',
  },
  {
    id: 'data',
    weight: 1,
    phrases:
      'data model, data models, data structures, data structure, data layout, data structure modifications, database schema, schema changes, storage layout, on disk format, wire format, api changes, api change, crd changes, new apis, interface changes, changes to the api, public interfaces, public api, 数据模型, 数据结构, データモデル, 데이터 모델, datenmodell, modèle de données, modelo de datos, modelo de dados, modello dei dati, gegevensmodel, модель данных',
  },
  // Evaluation.
  {
    id: 'alternatives',
    weight: 2,
    phrases:
      'what we considered, what else we considered, what we looked at, things we considered, things we looked at, options we looked at, what we rejected, roads not taken, alternatives, alternatives considered, what alternatives, which alternatives, what alternative solutions, what other options, what other solutions, what other approaches, what else did we consider, what else was considered, considered alternatives, alternative approaches, alternative designs, alternative solutions, alternative proposals, alternative, rejected alternatives, rejected ideas, rationale and alternatives, other options, options considered, considered options, other approaches, discarded ideas, alternative approaches considered, 替代方案, 备选方案, 代替案, 대안, alternativen, varianten, alternatives envisagées, solutions écartées, alternativas, alternativas consideradas, alternative considerate, alternatieven, альтернативы, рассмотренные варианты',
  },
  {
    id: 'drawbacks',
    weight: 2,
    phrases:
      'drawbacks, disadvantages, what are the drawbacks, what are the downsides, why should we not, why should we not do this, why not do this, downsides, trade offs, tradeoffs, tradeoff, trade off, pros and cons, cons, limitations and trade offs, why not, 缺点, 权衡, 利弊, 短所, 단점, nachteile, inconvénients, desventajas, desvantagens, svantaggi, nadelen, недостатки, компромиссы',
  },
  {
    id: 'prior-art',
    weight: 2,
    phrases:
      'prior art, related work, prior work, previous work, existing solutions, state of the art, 相关工作, 現有方案, vorarbeiten, état de l art, estado del arte, trabalhos relacionados',
  },
  {
    id: 'questions',
    weight: 2,
    phrases:
      'still open, what we do not know, what we do not know yet, not decided yet, open questions, unresolved questions, are there any open issues, are there open issues, are there any open questions, what is still open, what is left open, what do we not know, unresolved issues, open issues, open points, outstanding questions, questions, questions for discussion, unresolved, open discussion, todo and open questions, pending concepts, 未解决的问题, 未决问题, 待定问题, 未解決の問題, 미해결 질문, offene fragen, offene punkte, questions ouvertes, preguntas abiertas, cuestiones abiertas, questões em aberto, perguntas em aberto, questioni aperte, domande aperte, open vragen, открытые вопросы, нерешённые вопросы',
  },
  {
    id: 'future',
    weight: 1.5,
    phrases:
      'future work, future possibilities, future considerations, future extensions, future enhancements, possible future enhancements, possible extensions, future directions, further work, future improvements, unassigned functionality, extension and related design, non goals future work, 未来工作, 今後の課題, 향후 작업, ausblick, travaux futurs, trabajo futuro, trabalhos futuros, lavori futuri, toekomstig werk, дальнейшая работа, планы на будущее',
  },
  {
    id: 'rollout',
    weight: 1.5,
    phrases:
      'rollout, rollout plan, is this a breaking change, what is the high level project, what is the project plan, how will this be rolled out, how will it be rolled out, how will we roll this out, how do we roll this out, roll out plan, adoption strategy, adoption, migration strategy, migration plan, migration, migrations, upgrade strategy, upgrade downgrade strategy, graduation criteria, version skew strategy, backward compatibility, backwards compatibility, compatibility, compatibility plan, deprecation, phases, implementation phases, implementation history, milestones, rollback, release plan, how we teach this, 迁移, 兼容性, 上线计划, 移行, 호환성, einführung, umstieg, déploiement, plan de migration, despliegue, plan de migración, plano de migração, implantação, piano di rilascio, uitrol, внедрение, план внедрения, обратная совместимость',
  },
  // Operation.
  {
    id: 'risks',
    weight: 1.5,
    phrases:
      'what can go wrong, what could go wrong, what might go wrong, what goes wrong, when things break, when things go wrong, when something breaks, when something goes wrong, if something goes wrong, how it fails, was schiefgehen kann, wenn etwas schiefgeht, risks, risks and mitigations, what are the risks, what could go wrong, what can go wrong, risks and mitigation, risk assessment, risks and concerns, caveats, notes constraints caveats, concerns, failure modes, failure types, failure handling, failure scenarios, error handling, fault tolerance, high availability, availability, recovery, reliability, threat model, threat containment, 风险, 容错, 리스크, 위험, risiken, risques, riesgos, riscos, rischi, risico s, риски',
  },
  {
    id: 'security',
    weight: 0.5,
    phrases:
      'who can do what, who may do what, security, security considerations, security model, privacy, security implications, security and privacy, 安全性, 安全, セキュリティ, 보안, sicherheit, sécurité, seguridad, segurança, sicurezza, beveiliging, безопасность',
  },
  {
    id: 'operation',
    weight: 1,
    phrases:
      'how we know it works, how we will know, how we will notice, how do we know it works, scalability, stability and scalability, scaling, scaling strategy, performance considerations, performance, performance implications, performance bottlenecks, capacity, monitoring, observability, monitoring and alerting, metrics, production readiness review questionnaire, additional talking points, cost estimate, 扩展性, 可扩展性, 性能, 监控, 성능, skalierung, skalierbarkeit, mise à l échelle, passage à l échelle, escalabilidad, escalabilidade, scalabilità, schaalbaarheid, масштабирование, производительность, мониторинг',
  },
  {
    id: 'tests',
    weight: 1,
    phrases:
      'test plan, testing plan, testing strategy, test strategy, 测试计划, テスト計画, 테스트 계획, teststrategie, plan de test, plan de pruebas, plano de testes, piano di test, testplan, план тестирования',
  },
  {
    id: 'terms',
    weight: 0.5,
    phrases:
      'terminology, terms, lexicon, definitions, glossary, nomenclature, concepts, 术语, 用語, 용어, begriffe, glossar, terminologie, glosario, glossário, glossario, термины, глоссарий',
  },
  {
    id: 'sign-off',
    weight: 1.5,
    phrases:
      'release signoff checklist, stewardship, required reviewers, reviewers, approvers, approval, signoff, sign off, authors, shepherd of the proposal, stakeholders, document history, revision history',
  },

  // Headings of other texts.
  {
    id: 'install',
    where: 'whole',
    weight: -2,
    phrases:
      'installation, install, installing, how to install, setup, getting started, get started, quick start, quickstart, quick tutorial, building, build, build from source, building from source, download, downloads, first steps, running locally, local development, usage, how to use, basic usage, cli usage, 安装, 快速开始, 使用方法, インストール, クイックスタート, 使い方, 설치, 시작하기, 사용법, installieren, erste schritte, démarrage rapide, instalación, instalação, installazione, installatie, установка, быстрый старт, использование',
  },
  {
    id: 'project',
    where: 'whole',
    weight: -2,
    phrases:
      'license, licence, licensing, contributing, how to contribute, contributors, contribution guidelines, community, support, getting help, help, sponsors, backers, acknowledgements, acknowledgments, credits, maintainers, code of conduct, star history, adopters, who uses this, users, badges, roadmap and contributing, contact, contact us, forums, mailing list, upcoming meetings, resources, 贡献, 许可证, ライセンス, コントリビュート, 기여, 라이선스, lizenz, mitwirken, licence, contribuer, licencia, contribuir, licença, licenza, лицензия, участие',
  },
  {
    id: 'features',
    weight: -1,
    where: 'whole',
    phrases: 'features, key features, main features, highlights, documentation, docs, 特性, 功能, 特徴, 기능',
  },
  {
    id: 'releases',
    where: 'whole',
    weight: -3,
    phrases:
      'changelog, change log, unreleased, release notes, releases, added, fixed, changed, removed, bug fixes, breaking changes, what s new, known issues, new features, 更新日志, 変更履歴, 변경 이력',
  },
  {
    id: 'lesson',
    where: 'whole',
    weight: -2,
    phrases:
      'prerequisites, before you begin, before you start, next steps, what s next, what you will learn, learning objectives, troubleshooting, faq, frequently asked questions, common issues, common errors, cleanup, clean up, wrapping up, conclusion and next steps, verify the installation, verification steps, symptoms, further reading, exercises, try it, try it out, appreciation and thanks, how to, best practices, 常见问题, 前提条件, トラブルシューティング, 자주 묻는 질문, voraussetzungen, fehlerbehebung, prérequis, requisitos previos, pré requisitos, prerequisiti, предварительные требования, устранение неполадок',
  },
  {
    id: 'reference',
    where: 'whole',
    weight: -1.5,
    phrases:
      'options, properties, parameters, arguments, flags, settings, configuration options, default configuration, synopsis, see also, syntax, return value, return values, returns, props, methods, enumerations, options inherited from parent commands, when not to use it, scalar value types, 参数, 选项',
  },
  {
    id: 'steps',
    where: 'start',
    weight: -1.5,
    phrases:
      'how to, how do i, how can i, what is, why use, getting started, get started, quick start, install, installing, uninstall, uninstalling, running, run the, using, use the, contributing to, upgrading, upgrade to, building, build the, configuring, configure the, creating, create your, create a new, setting up, set up, deploy the, deploying, enabling, download the, verify the, try the, welcome',
  },
  {
    id: 'process',
    weight: -2,
    phrases:
      'proposal process, rfc process, enhancement process, review process, contribution process, submission process, release process, before creating, before you submit, reviewing rfcs, reviewing proposals, pull requests, pull request process, filing issues, reporting bugs, bug reports, when to create, when to write, when to use, when you need to, who can approve, who can comment, who can contribute, who can create, who can open, who can propose, who can submit, who can vote, who can write, implementing an rfc, rfc life cycle, table of rfcs, list of proposals, active rfc list',
  },
  {
    id: 'meeting',
    where: 'whole',
    weight: -3,
    phrases:
      'agenda, attendees, present, participants, minutes, action items, announcements, apologies, meeting notes, 议程, 参会人',
  },
  {
    id: 'incident',
    where: 'whole',
    weight: -3,
    phrases:
      'root cause, root cause analysis, lessons learned, what went well, what went wrong, incident timeline, resolution, detection, five whys, impact and timeline',
  },
  {
    id: 'test-cases',
    where: 'whole',
    weight: -2,
    phrases: 'test cases, test case, test scenarios, test data, expected results, preconditions, test steps',
  },
]

/** Headings that identify a decision: what was decided, between which options, and with what consequences. */
export const decisionPhrases: Readonly<Record<'outcome' | 'options' | 'follows' | 'context' | 'status', string>> = {
  outcome: inAnyLanguage(
    'outcome',
    'decision, decisions, decision outcome, the decision, our decision, outcome, resolution, chosen option, decision made, decided, decision result',
  ),
  options: inAnyLanguage(
    'options',
    'considered options, options considered, options, alternatives considered, considered alternatives, pros and cons of the options, decision drivers',
  ),
  follows: inAnyLanguage(
    'follows',
    'consequences, consequence, implications, positive consequences, negative consequences, results, impact',
  ),
  context: inAnyLanguage(
    'context',
    'context, context and problem statement, background, problem, problem statement, issue, situation, forces, rationale',
  ),
  status: inAnyLanguage('status', 'status, state, stand, 状況'),
}

/** Phrases that mean a part of a decision in a heading, and its titles in languages other than English. */
function inAnyLanguage(part: Part, phrases: string): string {
  return [phrases, ...titlesOfPart(part)].join(', ')
}
