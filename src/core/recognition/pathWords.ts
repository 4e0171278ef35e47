/** Names of folders and files that contain design documents or other texts, by kind of document. */

/** A kind of design document that a folder or file name indicates. */
export type Kind = 'decision' | 'rfc' | 'design'

/** Folder names, folded: in lower case, words joined by single hyphens. */
export const folderKinds: Readonly<Record<Kind, ReadonlySet<string>>> = {
  decision: words(
    'adr adrs decision decisions decision-record decision-records architecture-decision-record architecture-decision-records architecture-decisions architectural-decisions architectural-decision-records decision-log design-decisions entscheidungen decisiones',
  ),
  rfc: words(
    'rfc rfcs request-for-comments proposal proposals design-proposal design-proposals proposals-done proposals-accepted enhancement enhancements enhancement-proposals kep keps tep teps rep reps otep oteps cep ceps cip cips cfp cfps jep jeps pep peps bip bips eip eips aip aips sip sips slip slips zip zips hip hips gep geps fep feps lip lips kip kips text accepted provisional implemented propuestas propositions',
  ),
  design: words(
    'design designs design-doc design-docs designdocs designdoc design-document design-documents design-notes designs-docs technical-design technical-designs tech-design tech-designs tech-specs tech-spec technical-specs technical-specifications system-design system-designs systems-design systems-analysis architecture architectures arch internals sdd hld lld hlds llds blueprints blueprint architecture-docs arquitectura architektur entwurf specs',
  ),
}

/** Words at the start or end of a file name. */
export const nameKinds: Readonly<Record<Kind, ReadonlySet<string>>> = {
  decision: words('adr madr decision'),
  rfc: words('rfc proposal kep enhancement cfp otep tep rep jep pep'),
  design: words(
    'design architecture sdd hld lld internals arch designdoc blueprint architektur entwurf arquitectura arquitetura архитектура 设计 架构 設計',
  ),
}

/** Files that are about their folder or project, not documents in their own right, whatever folder they are in. */
export const otherNames: ReadonlySet<string> = words(
  'changelog changes history news releases release-notes releasenotes license licence copying notice contributing contributors code-of-conduct security support governance maintainers authors credits faq glossary summary sidebar toc table-of-contents todo install installation installing getting-started quickstart quick-start quick-tutorial tutorial usage upgrading upgrade migrating troubleshooting roadmap agents claude gemini copilot-instructions skill pull-request-template issue-template bug-report feature-request style-guide coding-style-guide best-practices process about teamwork current-status',
)

/** Words at the start or end of the names of such files. */
export const otherNameWords: ReadonlySet<string> = words(
  'tutorial guide contributing howto how-to quickstart faq changelog walkthrough cheatsheet troubleshooting template example glossary checklist readme release-notes meeting minutes api-reference runbook playbook postmortem retrospective',
)

/** Folders of tutorials, announcements or references. A document in them has to resemble a design closely. */
export const otherFolders: ReadonlySet<string> = words(
  'blog blogs post posts news tutorial tutorials guide guides user-guide user-guides userguide users-guide user howto how-to how-tos howtos reference references api-reference api-docs api cli commands syntax config configuration release-notes releases changelogs changes meetings meeting-notes minutes meeting notes troubleshooting faq operator-manual operating operations runbooks runbook playbooks upgrading upgrade examples example samples sample demo demos templates template getting-started quickstart contributing community governance postmortems post-mortems incidents retrospectives test-plan test-plans crds usage rules recipes cookbook vendor node-modules third-party',
)

/** Folders of instructions for language models, and of what these write down for themselves. */
export const agentFolders: ReadonlySet<string> = words(
  'agent agents chatmodes commands instructions memories memory memory-bank personas prompts skills steering subagents',
)

/** Folders that belong to a tool for language models. */
export const agentTools: ReadonlySet<string> = words(
  '.agents .claude .clinerules .codex .cursor .gemini .kiro .opencode .roo .serena .windsurf',
)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
