/** Creates the script and the policy that a drawing frame starts with. */

import { lockdown } from './framePage.ts'

/** What a drawing frame is started with. */
export interface EngineScript {
  readonly script: string
  /** A policy that allows only this script and the chunks that it names. */
  readonly policy: string
}

/**
 * Prepares an engine's code for its frame. Code in the frame knows the nonce, so it could create a frame of its own and
 * run anything there, with everything that `lockdown` removes. But by hash it can only run this script, which removes
 * the same things there.
 *
 * @param code text of the engine's file; the first line may list the hashes of its chunks (`build/chunks.ts`)
 */
export async function engineScript(code: string): Promise<EngineScript> {
  const script = `'use strict'\n${lockdown}\n${code}`
  const chunks = /^\/\/ chunks:((?: sha256-[\w+/]{43}=)*)\n/.exec(code)?.[1]?.trim().split(' ') ?? []
  const hashes = [await hashOf(script), ...chunks].map((hash) => `'${hash}'`)
  return { script, policy: `script-src ${hashes.join(' ')} 'wasm-unsafe-eval'` }
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}
