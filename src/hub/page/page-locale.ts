import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { LOCALES, type Locale } from '../../core/locale.ts'

const COOKIE = 'anneal_lang'

/** What the address asks for and is remembered, else what was remembered, else what the browser prefers. */
export function pageLocale(context: Context): Locale {
  const asked = localeCalled(context.req.query('lang'))
  if (asked !== undefined)
    setCookie(context, COOKIE, asked, { path: '/', httpOnly: true, sameSite: 'Strict' })
  return (
    asked ??
    localeCalled(getCookie(context, COOKIE)) ??
    preferredLocale(context.req.header('accept-language') ?? '')
  )
}

/** Of a header such as `zh-CN,zh;q=0.9,en;q=0.8`. */
export function preferredLocale(header: string): Locale {
  const wanted = header.split(',').map((part) => {
    const [tag = '', weight = '1'] = part.trim().split(/;\s*q=/)
    return { language: tag.toLowerCase().split('-')[0], weight: Number(weight) }
  })
  const inOrder = wanted.toSorted((one, other) => other.weight - one.weight)
  return inOrder.flatMap(({ language }) => localeCalled(language) ?? [])[0] ?? 'en'
}

function localeCalled(text: string | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === text)
}
