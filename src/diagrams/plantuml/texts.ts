/** Tells what stands in a PlantUML source and is none of its elements: free text, and the members of classes. */

/** Elements whose braces hold their own members and no other elements. */
export const withBody = /^(?:class|interface|enum|annotation|struct|entity|object|map)$/

/** Where free text begins that is none of the diagram's, and where it ends. */
export const texts: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:[rh]?note)\b(?![^:]*:)(?!.*"\s+as\s)/i, /^end ?[rh]?note\b/i],
  [/^(?:legend|header|footer|title|caption)\s*$/i, /^end ?(?:legend|header|footer|title|caption)\b/i],
  [/^<style>/i, /<\/style>/i],
  [/^skinparam\b.*\{$/i, /^\}/],
  [/^\/'(?!.*'\/)/, /'\//],
]
