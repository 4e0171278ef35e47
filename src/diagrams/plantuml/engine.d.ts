/** The types of PlantUML's engine, which has none of its own. */

declare module '@plantuml/core' {
  /** Draws one diagram as SVG text; one at a time. Mistakes in the diagram are drawn too. */
  export function renderToString(
    lines: readonly string[],
    onDrawn: (svg: string) => void,
    onFailed: (message: unknown) => void,
  ): void
}

declare module '@plantuml/core/themes.js' {}
declare module '@plantuml/core/openiconic.js' {}
