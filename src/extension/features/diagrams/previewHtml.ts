/** The page of the diagram panel, as HTML. */

import type { Catalogue } from '../../../core/text/translate.ts'

/** The addresses a page of the panel needs, as its webview gives them. */
export interface PreviewOptions {
  /** What the policy calls the extension's own files. */
  readonly cspSource: string
  readonly nonce: string
  readonly script: string
  readonly style: string
  /** Script by engine id, fetched when a diagram of that engine is to be drawn. */
  readonly engines: Readonly<Record<string, string>>
  /** The engine that is fetched at once, for a diagram of its is what is seen first; undefined when that is not known. */
  readonly first?: string | undefined
  /** The language of the editor, and what is said in it; absent where that is English. */
  readonly translation?: { readonly language: string; readonly words: Catalogue } | undefined
}

/**
 * The page of the diagram panel. Drawing frames inherit its policy, so it holds for the engines too; WebAssembly is
 * allowed for those of them that need it, and the others forbid it to themselves. Inline `style`
 * attributes are allowed, for drawings are made of them; style elements and scripts are not.
 */
export function previewHtml({ cspSource, nonce, script, style, engines, first, translation }: PreviewOptions): string {
  const ahead = first === undefined ? undefined : engines[first]
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src-elem 'nonce-${nonce}' ${cspSource}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src data:`,
    `connect-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
  return `<!doctype html>
<html lang="${attribute(translation?.language ?? 'en')}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${attribute(translation?.words['Diagrams'] ?? 'Diagrams')}</title>
    <link rel="stylesheet" href="${attribute(style)}">${
      ahead === undefined
        ? ''
        : `
    <link rel="preload" as="fetch" crossorigin href="${attribute(ahead)}">`
    }
  </head>
  <body>
    <main id="panel" data-engines="${attribute(JSON.stringify(engines))}"${
      translation ? ` data-words="${attribute(JSON.stringify(translation.words))}"` : ''
    }></main>
    <script nonce="${nonce}" src="${attribute(script)}"></script>
  </body>
</html>`
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
}
