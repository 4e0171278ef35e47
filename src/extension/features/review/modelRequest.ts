/** Sends a document to a language model, as a whole or in parts, and reads its answers. */

import * as vscode from 'vscode'
import { type Answer, longestAnswer, readAnswer } from '../../../review/model/answer.ts'
import { partsThatFit } from '../../../review/model/parts.ts'
import type { FoundInPart } from '../../../review/model/placing.ts'
import { messagesFor, type Question, questionOf, type Shown } from '../../../review/model/question.ts'
import { cancellable } from '../../cancellable.ts'
import { figure, t } from '../../localize.ts'
import { createNonce } from '../../platform.ts'

/** What is to be reviewed. */
export interface Reviewable {
  readonly text: string
  /** UTF-16 offsets of the headings, in order, with their lines. */
  readonly headings: readonly { readonly start: number; readonly line: string }[]
  readonly isDecision: boolean
  readonly redFlags: ReadonlyMap<string, string>
}

/** The combined result of all requests. */
export interface Reviewed {
  /** The findings of each part, with quotations not yet located. */
  readonly parts: readonly FoundInPart[]
  /** The number of entries that did not have the requested form. */
  readonly unread: number
  /** The number of requests, and of answers that were not a list of findings. */
  readonly requests: number
  readonly unreadable: number
}

/** Says why a model cannot be used, for the user. */
export class ModelError extends Error {}

/** The share of a model's input limit that is used: a whole request may have more tokens than its pieces. */
const usedShare = 0.9

/**
 * Asks a model to review a document.
 *
 * @param onPart called before each request, if there are several
 * @throws ModelError if the document does not fit into a few requests; CancellationError; errors of the model's
 * provider
 */
export async function requestReview(
  model: vscode.LanguageModelChat,
  reviewable: Reviewable,
  token: vscode.CancellationToken,
  onPart: (number: number, of: number) => void,
): Promise<Reviewed> {
  const requests = await requestsFor(model, reviewable, token)
  const parts: FoundInPart[] = []
  let [unread, unreadable] = [0, 0]
  for (const [i, { question, shown, start }] of requests.entries()) {
    if (requests.length > 1) onPart(i + 1, requests.length)
    const answer = await ask(model, question, shown, token)
    if (answer) parts.push({ findings: answer.findings, start })
    else unreadable++
    unread += answer?.unread ?? 0
  }
  return { parts, unread, requests: requests.length, unreadable }
}

interface Request {
  readonly question: Question
  readonly shown: Shown
  /** UTF-16 offset in the document at which the shown text begins. */
  readonly start: number
}

/** A single request if the document fits, otherwise one for each part. */
async function requestsFor(
  model: vscode.LanguageModelChat,
  reviewable: Reviewable,
  token: vscode.CancellationToken,
): Promise<readonly Request[]> {
  const { text, headings, redFlags, isDecision } = reviewable
  const fitsWith = (question: Question, rest: Omit<Shown, 'text'>) => async (piece: string) => {
    const messages = messagesFor(question, { text: piece, ...rest }, markFor({ text: '' }))
    const counts = Promise.all(messages.map((message) => model.countTokens(message, token)))
    const used = (await cancellable(counts, token)).reduce((sum, each) => sum + each, 0)
    return used <= model.maxInputTokens * usedShare
  }
  const whole = questionOf(redFlags, { isDecision, isInParts: false })
  if (!(model.maxInputTokens > 0) || (await fitsWith(whole, {})(text)))
    return [{ question: whole, shown: { text }, start: 0 }]
  const question = questionOf(redFlags, { isDecision, isInParts: true })
  const outline = outlineOf(headings)
  const starts = headings.map(({ start }) => start)
  const ranges = await partsThatFit(text, starts, fitsWith(question, { part: { number: 1, of: 1, outline } }))
  if (!ranges)
    throw new ModelError(
      t`The document is too long for this model, which accepts ${figure(model.maxInputTokens)} tokens at once. Choose a model that accepts more.`,
    )
  return ranges.map(({ start, end }, i) => ({
    question,
    shown: { text: text.slice(start, end), part: { number: i + 1, of: ranges.length, outline } },
    start,
  }))
}

/** Enough headings to tell what the other parts are about. */
const outlineOf = (headings: Reviewable['headings']): string =>
  headings
    .slice(0, 100)
    .map(({ line }) => line.slice(0, 100))
    .join('\n')

/** Undefined if the answer is not a list of findings. */
async function ask(
  model: vscode.LanguageModelChat,
  question: Question,
  shown: Shown,
  token: vscode.CancellationToken,
): Promise<Answer | undefined> {
  const messages = messagesFor(question, shown, markFor(shown)).map((text) =>
    vscode.LanguageModelChatMessage.User(text),
  )
  const stop = new vscode.CancellationTokenSource()
  const passOn = token.onCancellationRequested(() => stop.cancel())
  try {
    const justification = t`Design Docs sends this document to the model for the review that you requested.`
    const response = await cancellable(model.sendRequest(messages, { justification }, stop.token), token)
    let answer = ''
    const pieces = response.text[Symbol.asyncIterator]()
    for (;;) {
      const piece = await cancellable(pieces.next(), token)
      if (piece.done) return readAnswer(answer, question)
      answer += piece.value
      if (answer.length > longestAnswer) return undefined
    }
  } finally {
    // The rest of the answer is not needed.
    stop.cancel()
    stop.dispose()
    passOn.dispose()
  }
}

/** A delimiter that does not occur in the text and that its author could not have guessed. */
function markFor({ text, part }: Shown): string {
  for (;;) {
    const mark = `=====${createNonce()}=====`
    if (!text.includes(mark) && !part?.outline.includes(mark)) return mark
  }
}
