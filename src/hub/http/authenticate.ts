import type { MiddlewareHandler } from 'hono'
import type { Hub } from '../hub.ts'
import { findPerson, sawPerson } from '../people/find-person.ts'
import type { Person } from '../people/person.ts'
import { addressOf, type Trust } from './behind-proxy.ts'
import { openRateLimits } from './limit-rates.ts'
import { HAS_LEFT, ONLY_TEACHERS, UNKNOWN_TOKEN } from './troubles.ts'

/** What routes know beyond the request. */
export interface Env {
  readonly Variables: { person: Person }
}

const BEARER = /^Bearer (anneal_[\w-]{43})$/

/** Lets those in who show the token of one who has not left, so often as they may come. */
export function knownPeople({ db, now }: Hub, trust: Trust): MiddlewareHandler<Env> {
  const limits = openRateLimits()
  return async (context, next) => {
    const token = BEARER.exec(context.req.header('authorization') ?? '')?.[1]
    const person = token === undefined ? undefined : await findPerson(db, token)
    if (person === undefined) {
      await limits.ofStranger(addressOf(context, trust))
      throw UNKNOWN_TOKEN
    }
    await limits.ofPerson(person.id)
    if (person.leftAt !== null) throw HAS_LEFT
    await sawPerson(db, person, now())
    context.set('person', person)
    await next()
  }
}

export const onlyTeachers: MiddlewareHandler<Env> = async (context, next) => {
  if (context.get('person').role !== 'teacher') throw ONLY_TEACHERS
  await next()
}
