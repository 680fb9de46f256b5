import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { BodyData } from 'hono/utils/body'
import type { Env } from '../http/authenticate.ts'
import { addressOf, isSecure, type Trust } from '../http/behind-proxy.ts'
import { limitedTo } from '../http/limit-bodies.ts'
import { openRateLimits } from '../http/limit-rates.ts'
import { troubleOf } from '../http/tell-trouble.ts'
import { HAS_LEFT, ONLY_TEACHERS, UNKNOWN_TEACHER } from '../http/troubles.ts'
import type { Hub } from '../hub.ts'
import { findPerson, sawPerson } from '../people/find-person.ts'
import { endWebSession, openWebSession, personOfWebSession, WEB_SESSION_MS } from '../people/web-sessions.ts'
import { onlyOwnForms } from './own-forms.ts'
import { pageLocale } from './page-locale.ts'
import type { Pages } from './pages.ts'

/** How a teacher comes in, and out again. */
export function signInRoutes({ db, now, journal }: Hub, pages: Pages, trust: Trust): Hono {
  const limits = openRateLimits()
  const short = limitedTo(4096)
  const app = new Hono()
  app.onError((error, context) => {
    const { status, texts, headers } = troubleOf(error, journal)
    return context.html(pages.signIn({ locale: pageLocale(context) }, texts), status, headers)
  })
  return app
    .get('/sign-in', (context) => context.html(pages.signIn({ locale: pageLocale(context) })))
    .post('/sign-in', onlyOwnForms, short, async (context) => {
      const { token } = await context.req.parseBody().catch((): Partial<BodyData> => ({}))
      const person = typeof token === 'string' ? await findPerson(db, token.trim()) : undefined
      if (person === undefined) {
        await limits.ofStranger(addressOf(context, trust))
        throw UNKNOWN_TEACHER
      }
      await limits.ofPerson(person.id)
      if (person.leftAt !== null) throw HAS_LEFT
      if (person.role !== 'teacher') throw ONLY_TEACHERS
      await sawPerson(db, person, now())
      keepWebSession(context, await openWebSession(db, person, now()), trust)
      return context.redirect('/course', 303)
    })
    .post('/sign-out', onlyOwnForms, async (context) => {
      const session = shownWebSession(context)
      if (session !== undefined) await endWebSession(db, session)
      dropWebSession(context, trust)
      return context.redirect('/course/sign-in', 303)
    })
}

/** Shows whoever is not signed in where to do so. */
export function onlySignedIn({ db, now }: Hub): MiddlewareHandler<Env> {
  const limits = openRateLimits()
  return async (context, next) => {
    const session = shownWebSession(context)
    const teacher = session === undefined ? undefined : await personOfWebSession(db, session, now())
    if (teacher === undefined || teacher.role !== 'teacher') return context.redirect('/course/sign-in', 303)
    await limits.ofPerson(teacher.id)
    context.set('person', teacher)
    return await next()
  }
}

/** With the prefix browsers keep others on the same domain from setting it; it needs TLS. */
const [PLAIN, SECURE] = ['anneal_session', '__Host-anneal_session']

function shownWebSession(context: Context): string | undefined {
  return getCookie(context, SECURE) ?? getCookie(context, PLAIN)
}

function keepWebSession(context: Context, token: string, trust: Trust): void {
  const secure = isSecure(context, trust)
  const maxAge = WEB_SESSION_MS / 1000
  setCookie(context, secure ? SECURE : PLAIN, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    maxAge,
  })
}

function dropWebSession(context: Context, trust: Trust): void {
  const secure = isSecure(context, trust)
  deleteCookie(context, secure ? SECURE : PLAIN, { path: '/', secure })
}
