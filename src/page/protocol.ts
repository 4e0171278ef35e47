/** What a page is created from: plain data that is passed to a worker thread. */

import type { Catalogue } from '../core/text/translate.ts'

/** The pictures of one diagram. If there are none, the page shows the source and the reason. */
export interface Drawing {
  /** The UTF-16 offset of its fence in the document. */
  readonly start: number
  /** SVG for a light and for a dark background. */
  readonly light?: string
  readonly dark?: string
  /** What the picture shows, as alternative text. */
  readonly alt: string
  /** Why there is no picture, as a sentence without a full stop. */
  readonly error?: string
}

/** A finding of the linter as the page lists it. */
export interface PageFinding {
  readonly severity: string
  /** The author's words are in backticks. */
  readonly reason: string
  /** From 1. */
  readonly line: number
  /** UTF-16 offset in the document. */
  readonly start: number
}

/** What is needed besides the document to create a page. */
export interface PageParts {
  /** The title of the page if the document has none. */
  readonly name: string
  readonly drawings: readonly Drawing[]
  /** Pictures as data URLs, by their URL in the document. An absent picture is replaced by text. */
  readonly images: Readonly<Record<string, string>>
  /** Link targets by their URL in the document. An absent link becomes plain text. */
  readonly links: Readonly<Record<string, string>>
  /** Absent if the page is not to list findings. */
  readonly findings?: readonly PageFinding[]
  /** URL of the page that lists all pages; absent for a single page. */
  readonly index?: string
}

/** The language of a page. */
export interface PageSpeech {
  /** As in the `lang` attribute, such as `de`; absent if unknown. */
  readonly language?: string
  /** The page's own texts, by the English texts of `pageTexts`; English if absent. */
  readonly words?: Catalogue
}

/** An entry in the list of pages. */
export interface IndexEntry {
  readonly address: string
  readonly title: string
  /** The document's path, with `/`. */
  readonly path: string
  /** Any number of notes, such as the type of document, its status, the number of findings. */
  readonly notes: readonly string[]
}

/** What a document needs from outside: URLs as written in the document, each once. */
export interface PageNeeds {
  readonly title: string
  readonly images: readonly string[]
  readonly links: readonly string[]
}

/** A request to the worker thread. `write` refers to the document that was read last. */
export type PageRequest = { readonly id: number } & (
  | { readonly type: 'read'; readonly text: string; readonly diagrams: readonly number[]; readonly speech: PageSpeech }
  | { readonly type: 'write'; readonly parts: PageParts }
  | { readonly type: 'index'; readonly title: string; readonly entries: readonly IndexEntry[] }
)

/** The response to a request. */
export type PageResponse = { readonly id: number } & (
  | { readonly needs: PageNeeds }
  | { readonly html: string }
  | { readonly error: string }
)
