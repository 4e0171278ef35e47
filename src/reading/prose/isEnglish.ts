/** Whether a text is in English, for rules whose words are: of others they say nothing. */
export const isEnglish = (text: string): boolean =>
  (text.slice(0, 20_000).match(/\b(?:the|and|of|to|is)\b/gi)?.length ?? 0) > 10
