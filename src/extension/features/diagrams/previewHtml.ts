/** The HTML page of the diagram panel. */

import type { Catalogue } from '../../../core/text/translate.ts'

/** The URIs that the panel's page needs, as its webview provides them. */
export interface PreviewOptions {
  /** The policy's source for the extension's own files. */
  readonly cspSource: string
  readonly nonce: string
  readonly script: string
  readonly style: string
  /** Scripts by engine id, each fetched when the first diagram of that engine is drawn. */
  readonly engines: Readonly<Record<string, string>>
  /** The engine to preload, since the first diagram needs it; undefined if that is unknown. */
  readonly first?: string | undefined
  /** The language of the editor and its texts; absent for English. */
  readonly translation?: { readonly language: string; readonly words: Catalogue } | undefined
}

/**
 * The page of the diagram panel. Drawing frames inherit its policy, so it applies to the engines too. It allows
 * WebAssembly for the engines that need it; the frames of the others forbid it. Inline `style` attributes are allowed,
 * since drawings consist of them; style elements and scripts are not.
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
