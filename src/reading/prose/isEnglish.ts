/** Whether a text is in English, for rules that only know English words and ignore other texts. */
export const isEnglish = (text: string): boolean =>
  (text.slice(0, 20_000).match(/\b(?:the|and|of|to|is)\b/gi)?.length ?? 0) > 10
