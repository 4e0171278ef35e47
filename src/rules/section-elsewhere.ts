/**
 * Require the template's section for content that the document has elsewhere.
 *
 * ## Why
 *
 * Reviewers look for security under the heading that all designs of the team use for it. Content in another place is
 * not missing, so this is a hint and not a warning: readers find it sooner under its own heading, or through a link
 * from there.
 *
 * ## Examples
 *
 * ```md ok type=component-design
 * # Component: Scale
 *
 * ## Responsibilities
 *
 * Weighs each parcel.
 * ```
 *
 * ````md bad type=system-design
 * # System Design: Parcels
 *
 * ## Overview
 *
 * Parcels are weighed by a scale, and sorted by their weight.
 *
 * ## How a parcel gets to its lane
 *
 * ```mermaid
 * sequenceDiagram
 *   accTitle: A parcel
 *   accDescr: The scale sends the weight to the sorter, which stores it and answers with a lane.
 *   Scale->>Sorter: weight and number
 *   Sorter->>Store: save the weight
 *   Store-->>Sorter: saved
 *   Sorter-->>Scale: lane
 * ```
 * ````
 *
 * ```text messages
 * 1:1-1:25: No section `Data Flow`, but `How a parcel gets to its lane` discusses it
 * ```
 */

import { metElsewhere } from '../checklist/metElsewhere.ts'
import { sectionAt } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'

export default defineRule({
  id: 'section-elsewhere',
  category: 'structure',
  description: "Require the template's section for content that the document has elsewhere",
  severity: 'hint',
  *check({ document, type }) {
    for (const { spec } of outlineOf(document, type).missing) {
      const place = metElsewhere(document, type, spec)
      // What a comment vouches for need not be in the document.
      if (!place || document.comments.some(({ start }) => start === place.start)) continue
      const section = sectionAt(document.sections, place.start)
      yield {
        ...titlePlace(document),
        reason: `No section \`${spec.title}\`, but \`${section?.title}\` discusses it`,
        related: [{ ...place, reason: 'Discussed here' }],
      }
    }
  },
})
