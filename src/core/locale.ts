/** The languages that cards, statements and screens are written in. */
export const LOCALES = ['en', 'zh'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in every locale. A user's deck may lack one; the parser then repeats the other, so that nothing later has to ask. */
export type Text = { readonly [L in Locale]: string }

/** What no locale changes: an identifier, or the words of a compiler and of a learner's own program. */
export function verbatim(text: string): Text {
  return { en: text, zh: text }
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh' : 'en'
}
