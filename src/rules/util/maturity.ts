import { titleKey } from '../../core/document.ts'

const drafts =
  /^(?:draft|proposed|proposal|provisional|wip|work in progress|in progress|in work|new|idea|open|pending|review|in review|under review|in discussion|rfc|草案|草稿|提案|entwurf|brouillon|borrador|черновик)/

/** Whether a status says that a document is still being written or discussed. */
export const isDraft = (status: string): boolean => drafts.test(titleKey(status))
