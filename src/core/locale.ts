/** The languages that cards, statements and screens are written in. */
export const LOCALES = ['en', 'zh'] as const
export type Locale = (typeof LOCALES)[number]

/**
 * A text in every locale. A user's deck may lack one; the parser then repeats the other, so that nothing
 * later has to ask.
 */
export type Text = { readonly [L in Locale]: string }

/** What no locale changes: an identifier, or the words of a compiler and of a learner's own program. */
export function verbatim(text: string): Text {
  return { en: text, zh: text }
}

/** @param between what stands between two of them */
export function joinTexts(texts: readonly Text[], between: Text): Text {
  return {
    en: texts.map(({ en }) => en).join(between.en),
    zh: texts.map(({ zh }) => zh).join(between.zh),
  }
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh' : 'en'
}

/** Chooses the language: here a text becomes what is shown. */
export type Say = (text: Text) => string

export function sayIn(locale: Locale): Say {
  return (text) => text[locale]
}

/** For English, where one is counted otherwise than many: `1 card`, `2 cards`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
