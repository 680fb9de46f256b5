import { createHash } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Env } from './authenticate.ts'
import { Trouble } from './trouble.ts'

/** In a minute, of one token, and of one address with tokens that nobody has. A first sync of a million entries asks some thousand times. */
const REQUESTS = 1_200
const STRANGERS = 30

/** Each process of a hub counts for itself. */
export function limitRates(): readonly [MiddlewareHandler<Env>, MiddlewareHandler<Env>] {
  const byToken = new RateLimiterMemory({ points: REQUESTS, duration: 60 })
  const byStranger = new RateLimiterMemory({ points: STRANGERS, duration: 60 })
  return [
    async (context, next) => {
      const shown = context.req.header('authorization') ?? ''
      await taken(byToken, createHash('sha256').update(shown).digest('base64'))
      await next()
    },
    async (context, next) => {
      const address = getConnInfo(context).remote.address ?? ''
      const known = await byStranger.get(address)
      if (known !== null && known.remainingPoints <= 0) throw tooMany(known)
      await next()
      if (context.res.status === 401) await byStranger.penalty(address)
    },
  ]
}

async function taken(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): Trouble {
  const seconds = Math.ceil(msBeforeNext / 1000)
  return new Trouble(
    429,
    { en: 'That were too many requests.', zh: '请求过于频繁。' },
    { en: `Wait ${seconds} seconds.`, zh: `请等待 ${seconds} 秒。` },
    { 'retry-after': String(seconds) },
  )
}
