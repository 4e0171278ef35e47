/** What a page is made from: plain data, which crosses to the thread that makes pages. */

import type { Catalogue } from '../core/text/translate.ts'

/** One diagram of the document, as pictures. Without any, the page shows the source and says why. */
export interface Drawing {
  /** The UTF-16 offset of its fence in the document. */
  readonly start: number
  /** SVG for a light ground, and for a dark one. */
  readonly light?: string
  readonly dark?: string
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  /** Why there is no picture; a sentence without full stop. */
  readonly error?: string
}

/** A finding of the linter, as the page lists it. */
export interface PageFinding {
  readonly severity: string
  /** The author's words in backticks. */
  readonly reason: string
  /** From 1. */
  readonly line: number
  /** UTF-16 offset in the document. */
  readonly start: number
}

/** What is added to a document to make a page of it. */
export interface PageParts {
  /** What the page is called where the document has no title. */
  readonly name: string
  readonly drawings: readonly Drawing[]
  /** By address, as the document has it: the picture as a `data:` address. One that is absent is named in words. */
  readonly images: Readonly<Record<string, string>>
  /** By address, as the document has it: where the page links to. One that is absent becomes plain words. */
  readonly links: Readonly<Record<string, string>>
  /** Absent when the page is to have none. */
  readonly findings?: readonly PageFinding[]
  /** Address of the page that lists all pages; absent for a page of its own. */
  readonly index?: string
}

/** How a page speaks. */
export interface PageSpeech {
  /** As HTML has it, such as `de`; absent where nobody knows it. */
  readonly language?: string
  /** What it says itself, by the English texts of `pageTexts`; absent: it speaks English. */
  readonly words?: Catalogue
}

/** A page in the list of pages. */
export interface IndexEntry {
  readonly address: string
  readonly title: string
  /** The document's path, with `/`. */
  readonly path: string
  /** What kind of document it is, its status, how many findings there are; words in any number. */
  readonly notes: readonly string[]
}

/** What a document asks for that only others can give: addresses as the document has them, each once. */
export interface PageNeeds {
  readonly title: string
  readonly images: readonly string[]
  readonly links: readonly string[]
}

/** What is asked of the thread that makes pages. `write` is about the document that was read last. */
export type PageRequest = { readonly id: number } & (
  | { readonly type: 'read'; readonly text: string; readonly diagrams: readonly number[]; readonly speech: PageSpeech }
  | { readonly type: 'write'; readonly parts: PageParts }
  | { readonly type: 'index'; readonly title: string; readonly entries: readonly IndexEntry[] }
)

/** What it answers. */
export type PageResponse = { readonly id: number } & (
  | { readonly needs: PageNeeds }
  | { readonly html: string }
  | { readonly error: string }
)
