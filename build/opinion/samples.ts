/** Reads the training data: our own sentences, and sentences of documents, which rarely make any of the points. */
import { readdir, readFile } from 'node:fs/promises'
import { createDocument } from '../../src/core/document/document.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { sentencesIn } from '../../src/reading/opinion/sentences.ts'
import { factsOf, proseOf } from '../../src/reading/prose/facts.ts'
import { ours } from '../accuracy/corpus.ts'
import { isInHalf } from '../accuracy/files.ts'

/** A sentence, with the kind whose file it is in. */
export interface Sample {
  readonly text: string
  readonly kind: string
  /** Whether it makes the point, or only seems to. */
  readonly says: boolean
}

const folder = new URL('sentences/', import.meta.url)

/** Our own sentences, one file per kind: `+` before one that makes the point, `-` before one that only seems to. */
export async function readSamples(): Promise<readonly Sample[]> {
  const samples: Sample[] = []
  for (const file of (await readdir(folder)).toSorted())
    for (const line of (await readFile(new URL(file, folder), 'utf8')).split('\n')) {
      const says = line.startsWith('+ ')
      if (says || line.startsWith('- ')) samples.push({ text: line.slice(2), kind: file.replace(/\.txt$/, ''), says })
    }
  return samples
}

/** Sentences of documents, most of which belong to no kind. */
export interface Background {
  /** From half `a` of the corpus. None is kept in the repository; they only serve as counterexamples. */
  readonly foreign: readonly string[]
  /** From our own examples and templates, which are plainer. */
  readonly own: readonly string[]
}

export async function readBackground(): Promise<Background> {
  const foreign = new Set<string>()
  for (const part of ['design', 'other'])
    for (const name of (await readdir(new URL(`${part}/`, ours))).toSorted())
      if (name.endsWith('.md') && isInHalf(name, 'a')) await addSentences(foreign, new URL(`${part}/${name}`, ours))
  const own = new Set<string>()
  for (const part of ['examples/docs', 'snippets']) {
    const folder = new URL(`../../${part}/`, import.meta.url)
    // Patterns and principles are left out, since they mention flags that a design accepts or avoids.
    for (const name of (await readdir(folder, { recursive: true })).toSorted())
      if (name.endsWith('.md') && !/patterns|principles/.test(name)) await addSentences(own, new URL(name, folder))
  }
  return { foreign: [...foreign], own: [...own] }
}

async function addSentences(sentences: Set<string>, file: URL): Promise<void> {
  const facts = factsOf(createDocument(createParser().parse(await readFile(file, 'utf8')), syntaxes))
  for (const block of proseOf(facts))
    for (const { start, end } of sentencesIn(block.text)) {
      const sentence = block.text.slice(start, end).replace(/\s+/g, ' ')
      // Sentences with tab stops are left out, since no author writes those.
      if (/(?:[a-z]+\W+){3}/i.test(sentence) && !sentence.includes('${')) sentences.add(sentence)
    }
}

/** The word vectors, which are close for similar words. @param coordinate returns the value of a sign in the file */
export async function readVectors(coordinate: (sign: string) => number): Promise<ReadonlyMap<string, Float32Array>> {
  const lines = (await readFile(new URL('vectors.txt', import.meta.url), 'utf8')).trim().split('\n')
  return new Map(
    lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        const [word = '', signs = ''] = line.split(' ')
        return [word, Float32Array.from(signs, coordinate)] as const
      }),
  )
}
