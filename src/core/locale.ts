/** The languages that cards, statements and screens are written in. */
export const LOCALES = ['en', 'zh'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in every locale. A user's deck may lack one; the parser then repeats the other, so that nothing later has to ask. */
export type Text = { readonly [L in Locale]: string }

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh' : 'en'
}
