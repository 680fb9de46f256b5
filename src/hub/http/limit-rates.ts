import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Trouble } from './trouble.ts'

/** In a minute. A first sync of a million entries asks some thousand times. */
const REQUESTS_A_PERSON = 1_200
/**
 * In a minute and from one address, with tokens that nobody has: they cost the database a look each. Whoever
 * has a token is never held up by others.
 */
const REQUESTS_OF_STRANGERS = 60

export interface RateLimits {
  /** @throws Trouble where it was too many */
  readonly ofPerson: (id: string) => Promise<void>
  readonly ofStranger: (address: string) => Promise<void>
}

/** Each process of a hub counts for itself. */
export function openRateLimits(): RateLimits {
  const people = new RateLimiterMemory({ points: REQUESTS_A_PERSON, duration: 60 })
  const strangers = new RateLimiterMemory({ points: REQUESTS_OF_STRANGERS, duration: 60 })
  return { ofPerson: (id) => take(people, id), ofStranger: (address) => take(strangers, address) }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
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
    { en: 'Those were too many requests.', zh: '请求过于频繁。' },
    { en: `Wait ${seconds} seconds.`, zh: `请等待 ${seconds} 秒。` },
    { 'retry-after': String(seconds) },
  )
}
