/** The vocabulary of decision records, one entry per line: meaning, language, words as written. */
const table = `
status      en  status, decision status, adr status, current status, document status, status of the decision
status      de  entscheidungsstatus
status      fr  statut, statut de la décision
status      es  estado, estado de la decisión
status      pt  estado da decisão
status      it  stato, stato della decisione
status      ru  статус, статус решения
status      zh  状态, 狀態, 决策状态
status      ja  ステータス, 状態
status      ko  상태

maybeStatus en  state, decision, outcome
maybeStatus de  stand, zustand
maybeStatus fr  état
maybeStatus pt  situação
maybeStatus ru  состояние

date        en  date, decision date, date of decision, date decided, decided, decided on, decided at, accepted on, approved on
date        de  datum, entscheidungsdatum, datum der entscheidung, beschlossen am, entschieden am
date        fr  date de décision, date de la décision, décidé le
date        es  fecha, fecha de decisión, fecha de la decisión
date        pt  data, data da decisão
date        it  data della decisione
date        nl  beslisdatum, besluitdatum
date        ru  дата, дата решения, дата принятия
date        zh  日期, 决策日期, 决定日期, 決定日期
date        ja  日付, 決定日, 決定日付
date        ko  날짜, 일자, 결정일

otherDate   en  created, created on, created at, creation date, date created, date proposed, proposed on, updated, updated on, last updated, last modified, last edited, last changed
otherDate   de  erstellt, erstellt am, geändert am, zuletzt geändert, aktualisiert
otherDate   fr  créé le, mis à jour le, dernière mise à jour
otherDate   es  creado, creado el, actualizado, última actualización
otherDate   pt  criado em, atualizado em, última atualização
otherDate   it  creato il, aggiornato il, ultimo aggiornamento
otherDate   nl  aangemaakt, gewijzigd, laatst gewijzigd
otherDate   ru  создано, обновлено, дата создания
otherDate   zh  创建日期, 创建时间, 更新日期, 建立日期
otherDate   ja  作成日, 更新日
otherDate   ko  작성일, 수정일

draft       en  draft, early draft, rough draft, first draft, wip, work in progress, in progress, in work, idea, ideas, drafting, drafted
draft       de  entwurf, in arbeit, in bearbeitung
draft       fr  brouillon, ébauche, en cours, en cours de rédaction
draft       es  borrador, en curso, en progreso
draft       pt  rascunho, minuta, em andamento
draft       it  bozza, in corso
draft       nl  concept, ontwerp, in bewerking
draft       ru  черновик, в работе
draft       zh  草稿, 草案, 起草中
draft       ja  下書き, 草案, ドラフト, 作成中
draft       ko  초안, 작성 중, 작성중

proposed    en  proposed, proposal, provisional, in review, under review, review, ready for review, in discussion, under discussion, discussion, discussing, open, new, pending, pending approval, pending review, pending decision, awaiting approval, awaiting decision, submitted, under consideration, rfc, request for comments
proposed    de  vorgeschlagen, vorschlag, in diskussion, zur diskussion, in prüfung, in abstimmung, offen, eingereicht
proposed    fr  proposé, proposée, proposition, en discussion, en revue, en attente, soumis, soumise
proposed    es  propuesto, propuesta, en revisión, en discusión, pendiente, en evaluación
proposed    pt  proposto, proposta, em revisão, em discussão, em análise, pendente, em avaliação
proposed    it  proposto, proposta, in revisione, in discussione, in attesa
proposed    nl  voorgesteld, voorstel, ter beoordeling, in behandeling, in bespreking, ter bespreking
proposed    ru  предложено, предложен, предложена, предложение, на рассмотрении, на согласовании, на обсуждении, обсуждается, рассматривается
proposed    zh  提案, 提议, 已提议, 提出, 已提出, 提議, 已提議, 建议, 待定, 待决定, 评审中, 审核中, 讨论中, 待评审, 待审核
proposed    ja  提案, 提案中, 提案済み, 検討中, レビュー中, 審議中, 議論中, 提案された
proposed    ko  제안, 제안됨, 검토, 검토 중, 검토중, 논의 중, 논의중

accepted    en  accepted, approved, adopted, decided, agreed, agreed upon, active, implemented, partially implemented, partially accepted, implementing, implementable, final, finalized, finalised, complete, completed, done, effective, in effect, in force, ratified, resolved, confirmed, enacted, current, valid, in use, in production, live, signed off, merged
accepted    de  akzeptiert, angenommen, beschlossen, entschieden, genehmigt, freigegeben, verabschiedet, bestätigt, gültig, in kraft, umgesetzt, aktiv, abgestimmt
accepted    fr  accepté, acceptée, approuvé, approuvée, adopté, adoptée, validé, validée, décidé, décidée, en vigueur, actif, active, mis en œuvre
accepted    es  aceptado, aceptada, aprobado, aprobada, adoptado, adoptada, decidido, decidida, vigente, en vigor, implementado, implementada, activo, activa
accepted    pt  aceito, aceita, aceite, aprovado, aprovada, adotado, adotada, adoptado, decidido, decidida, vigente, em vigor, implementado, implementada, ativo, ativa
accepted    it  accettato, accettata, approvato, approvata, adottato, adottata, deciso, decisa, in vigore, attivo, attiva, implementato, implementata
accepted    nl  geaccepteerd, aanvaard, goedgekeurd, aangenomen, besloten, vastgesteld, actief, van kracht, geïmplementeerd
accepted    ru  принято, принят, принята, утверждено, утверждён, утверждена, одобрено, одобрен, одобрена, согласовано, решено, действует, действующее, реализовано, внедрено
accepted    zh  接受, 已接受, 通过, 已通过, 采纳, 已采纳, 采用, 已采用, 批准, 已批准, 同意, 已同意, 生效, 已生效, 有效, 已决定, 已确定, 已实施, 通過, 已通過, 採納, 已採納, 採用, 已採用, 已核准
accepted    ja  採用, 採用済み, 採用済, 採択, 承認, 承認済み, 承認済, 承認された, 受理, 受け入れ, 決定, 決定済み, 確定, 合意, 有効, 実装済み
accepted    ko  승인, 승인됨, 채택, 채택됨, 수락, 수락됨, 결정, 결정됨, 확정, 확정됨, 합의, 적용, 적용됨, 구현됨, 완료

deferred    en  deferred, postponed, on hold, parked, paused, stalled
deferred    de  zurückgestellt, verschoben, vertagt
deferred    fr  reporté, reportée, en pause, différé
deferred    es  aplazado, aplazada, pospuesto, en pausa
deferred    pt  adiado, adiada, em espera, suspenso
deferred    it  rinviato, rinviata, sospeso, in sospeso
deferred    nl  uitgesteld, aangehouden
deferred    ru  отложено, отложен, отложена, приостановлено
deferred    zh  推迟, 已推迟, 搁置, 已搁置, 暂缓
deferred    ja  保留, 延期
deferred    ko  보류, 보류됨, 연기됨

rejected    en  rejected, declined, refused, denied, withdrawn, cancelled, canceled, abandoned, dismissed, not accepted, not approved, not adopted
rejected    de  abgelehnt, verworfen, zurückgezogen, nicht angenommen
rejected    fr  rejeté, rejetée, refusé, refusée, abandonné, abandonnée, retiré, retirée
rejected    es  rechazado, rechazada, descartado, descartada, retirado, retirada, cancelado
rejected    pt  rejeitado, rejeitada, recusado, recusada, cancelada
rejected    it  rifiutato, rifiutata, respinto, respinta, scartato, ritirato, abbandonato
rejected    nl  afgewezen, verworpen, ingetrokken, geweigerd
rejected    ru  отклонено, отклонён, отклонена, отвергнуто, отозвано, отменено, отменён
rejected    zh  拒绝, 已拒绝, 否决, 已否决, 驳回, 已驳回, 撤回, 已撤回, 拒絕, 已拒絕
rejected    ja  却下, 却下された, 棄却, 不採用, 否決, 取り下げ
rejected    ko  거부, 거부됨, 거절, 거절됨, 기각, 기각됨, 반려, 철회

deprecated  en  deprecated, obsolete, outdated, retired, archived, expired, inactive, historical, no longer relevant, no longer valid, removed, revoked, rescinded, reverted
deprecated  de  veraltet, überholt, obsolet, außer kraft, aufgehoben, archiviert
deprecated  fr  déprécié, dépréciée, obsolète, caduc, caduque, abrogé, archivé
deprecated  es  obsoleto, obsoleta, deprecado, deprecada, en desuso, archivado
deprecated  pt  depreciado, depreciada, descontinuado, descontinuada, arquivado
deprecated  it  deprecato, deprecata, archiviato
deprecated  nl  verouderd, vervallen, afgeschaft, gearchiveerd
deprecated  ru  устарело, устарел, устарела, неактуально, недействительно
deprecated  zh  废弃, 已废弃, 弃用, 已弃用, 过时, 已过时, 失效, 已失效, 废止, 已废止, 棄用, 已棄用
deprecated  ja  非推奨, 廃止, 廃止済み, 破棄
deprecated  ko  폐기, 폐기됨, 폐지, 사용 중단, 사용중단

superseded  en  superseded, superceded, replaced, obsoleted
superseded  de  ersetzt, abgelöst
superseded  fr  remplacé, remplacée, supplanté
superseded  es  sustituido, sustituida, reemplazado, reemplazada, remplazado, superado, superada
superseded  pt  substituído, substituída
superseded  it  sostituito, sostituita, superato, superata
superseded  nl  vervangen, opgevolgd
superseded  ru  заменено, заменён, заменена, замещено
superseded  zh  已取代, 被取代, 已被取代, 已替代, 被替代, 已被替代, 已替换, 被替换, 已被替换, 取代
superseded  ja  置き換え, 置き換え済み, 置換, 置換済み, 置き換えられた
superseded  ko  대체, 대체됨, 교체됨

agent       en  by
agent       de  durch, von
agent       fr  par
agent       es  por
agent       it  da, dal, dalla
agent       nl  door
agent       ru  на, решением

replaces    en  supersedes, supercedes, replaces, obsoletes
replaces    de  ersetzt
replaces    fr  remplace
replaces    es  sustituye, reemplaza, supersede
replaces    pt  substitui
replaces    it  sostituisce
replaces    nl  vervangt
replaces    ru  заменяет
replaces    zh  取代, 替代, 代替

context     en  context, context and problem statement
context     de  kontext, kontext und problemstellung, ausgangslage, hintergrund, problemstellung
context     fr  contexte, contexte et problème, contexte et énoncé du problème, énoncé du problème, problématique
context     es  contexto, contexto y problema, contexto y planteamiento del problema, planteamiento del problema
context     pt  contexto, contexto e problema, contexto e declaração do problema, definição do problema
context     it  contesto, contesto e problema
context     nl  context en probleemstelling, probleemstelling, achtergrond
context     ru  контекст, контекст и проблема, постановка проблемы
context     zh  上下文, 背景, 问题背景, 背景与问题陈述, 背景和问题陈述
context     ja  コンテキスト, 背景, 文脈
context     ko  맥락, 문맥, 배경, 컨텍스트

drivers     en  decision drivers
drivers     de  entscheidungstreiber, einflussfaktoren
drivers     fr  facteurs de décision, critères de décision
drivers     es  factores de decisión, criterios de decisión
drivers     pt  fatores de decisão, critérios de decisão
drivers     it  fattori decisionali, criteri di decisione
drivers     nl  beslissingsfactoren
drivers     ru  движущие силы, факторы принятия решения
drivers     zh  决策驱动因素, 决策因素
drivers     ja  決定要因, 決定の要因
drivers     ko  결정 요인

options     en  alternatives considered, considered options
options     de  betrachtete optionen, betrachtete alternativen, erwogene alternativen, alternativen, optionen
options     fr  options envisagées, options considérées, alternatives envisagées, alternatives considérées, solutions envisagées
options     es  opciones consideradas, alternativas consideradas, alternativas evaluadas, alternativas, opciones
options     pt  opções consideradas, alternativas consideradas, alternativas, opções
options     it  opzioni considerate, alternative considerate
options     nl  overwogen opties, overwogen alternatieven
options     ru  рассмотренные варианты, рассмотренные альтернативы, альтернативы
options     zh  备选方案, 替代方案, 考虑过的方案, 考虑过的备选方案
options     ja  検討した選択肢, 検討した代替案, 選択肢, 代替案
options     ko  고려한 선택지, 고려한 대안, 검토한 대안, 대안

outcome     en  decision, decision outcome
outcome     de  entscheidung, entscheid, ergebnis der entscheidung, entscheidungsergebnis, beschluss
outcome     fr  décision, résultat de la décision, décision prise
outcome     es  decisión, resultado de la decisión, decisión tomada
outcome     pt  decisão, resultado da decisão, decisão tomada
outcome     it  decisione, esito della decisione
outcome     nl  besluit, beslissing
outcome     ru  решение, принятое решение
outcome     zh  决策, 决定, 决策结果
outcome     ja  決定, 決定事項, 決定内容
outcome     ko  결정, 결정 사항

follows     en  consequences
follows     de  folgen, konsequenzen, auswirkungen
follows     fr  conséquences
follows     es  consecuencias
follows     pt  consequências
follows     it  conseguenze
follows     nl  gevolgen, consequenties
follows     ru  последствия
follows     zh  结果, 后果, 影响
follows     ja  結果, 影響
follows     ko  결과, 영향

positive    en  positive
positive    de  positive konsequenzen, positive folgen, vorteile
positive    fr  positives, conséquences positives, avantages
positive    es  positivas, consecuencias positivas, ventajas
positive    pt  positivas, consequências positivas, vantagens
positive    it  positive, conseguenze positive, vantaggi
positive    nl  positief, positieve gevolgen, voordelen
positive    ru  положительные, положительные последствия, плюсы
positive    zh  正面, 积极影响, 正面影响, 优点
positive    ja  良い影響, 良い点, メリット
positive    ko  긍정적, 긍정적 결과, 장점

negative    en  negative
negative    de  negative konsequenzen, negative folgen, nachteile
negative    fr  négatives, conséquences négatives, inconvénients
negative    es  negativas, consecuencias negativas, desventajas
negative    pt  negativas, consequências negativas, desvantagens
negative    it  negative, conseguenze negative, svantaggi
negative    nl  negatief, negatieve gevolgen, nadelen
negative    ru  отрицательные, отрицательные последствия, минусы
negative    zh  负面, 消极影响, 负面影响, 缺点
negative    ja  悪い影響, 悪い点, デメリット
negative    ko  부정적, 부정적 결과, 단점

tradeOffs   en  trade offs
tradeOffs   de  abwägungen, kompromisse
tradeOffs   fr  compromis, arbitrages
tradeOffs   es  compromisos, contrapartidas
tradeOffs   pt  compromissos, contrapartidas
tradeOffs   it  compromessi
tradeOffs   nl  afwegingen
tradeOffs   ru  компромиссы
tradeOffs   zh  权衡, 取舍
tradeOffs   ja  トレードオフ
tradeOffs   ko  트레이드오프

confirming  en  validation, confirmation
confirming  de  validierung, überprüfung, bestätigung
confirming  fr  validation, confirmation, vérification
confirming  es  validación, confirmación, verificación
confirming  pt  validação, confirmação, verificação
confirming  it  validazione, conferma, verifica
confirming  nl  validatie, bevestiging
confirming  ru  проверка, подтверждение
confirming  zh  验证, 确认
confirming  ja  検証, 確認
confirming  ko  검증, 확인

comparison  en  pros and cons of the options
comparison  de  vor und nachteile der optionen
comparison  fr  avantages et inconvénients des options
comparison  es  pros y contras de las opciones, ventajas y desventajas de las opciones
comparison  pt  prós e contras das opções, vantagens e desvantagens das opções
comparison  it  pro e contro delle opzioni
comparison  nl  voor en nadelen van de opties
comparison  ru  плюсы и минусы вариантов
comparison  zh  各方案的优缺点
comparison  ja  選択肢の長所と短所, 各選択肢の長所と短所
comparison  ko  선택지의 장단점

further     en  more information
further     de  weitere informationen
further     fr  plus d’informations, informations complémentaires
further     es  más información
further     pt  mais informações
further     it  ulteriori informazioni
further     nl  meer informatie
further     ru  дополнительная информация
further     zh  更多信息
further     ja  その他の情報, 詳細情報
further     ko  추가 정보
`

/** What some words mean in a language. */
interface Entry {
  readonly meaning: string
  readonly language: string
  readonly words: readonly string[]
}

/** The entries of the vocabulary, in order. Meaning and language are in columns of a fixed width. */
export const entries: readonly Entry[] = table
  .split('\n')
  .filter(Boolean)
  .map((line) => ({
    meaning: line.slice(0, 12).trim(),
    language: line.slice(12, 16).trim(),
    words: line.slice(16).split(', '),
  }))
