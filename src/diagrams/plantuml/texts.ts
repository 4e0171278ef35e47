/** Finds the parts of a PlantUML source that contain no elements: free text, and the members of classes. */

/** Elements whose braces contain their own members, not other elements. */
export const withBody = /^(?:class|interface|enum|annotation|struct|entity|object|map)$/

/** How free text begins and ends. */
export const texts: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:[rh]?note)\b(?![^:]*:)(?!.*"\s+as\s)/i, /^end ?[rh]?note\b/i],
  [/^(?:legend|header|footer|title|caption)\s*$/i, /^end ?(?:legend|header|footer|title|caption)\b/i],
  [/^<style>/i, /<\/style>/i],
  [/^skinparam\b.*\{$/i, /^\}/],
  [/^\/'(?!.*'\/)/, /'\//],
]
