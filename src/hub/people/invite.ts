import { randomUUID } from 'node:crypto'
import { hasHidden } from '../../core/clean-text.ts'
import type { Instant } from '../../core/day.ts'
import { Problem } from '../../core/problem.ts'
import type { Database } from '../database/database.ts'
import type { PersonRole } from './person.ts'
import { newToken, tokenHash } from './token.ts'

export interface Invited {
  readonly name: string
  readonly role: PersonRole
  readonly course: string
  /** Shown once: what is kept of it is its hash. */
  readonly token: string
}

const LONGEST_NAME = 100

/**
 * Makes the course where there is none of that name.
 * @throws Problem for what is no name, or one that another of the course has
 */
export async function invite(
  db: Database,
  { name, role, course }: Omit<Invited, 'token'>,
  now: Instant,
): Promise<Invited> {
  for (const given of [name, course]) if (!isName(given)) throw NO_NAME
  const token = newToken()
  await db.transaction(async (sql) => {
    await sql.query('insert into course values ($1, $1, $2) on conflict do nothing', [course, now])
    const made = await sql.query(
      `insert into person (id, course, name, role, token_hash, made_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (course, name) where left_at is null do nothing returning id`,
      [randomUUID(), course, name, role, tokenHash(token), now],
    )
    if (made.length === 0) throw takenName(name, course)
  })
  return { name, role, course, token }
}

function isName(text: string): boolean {
  return text.trim() === text && text !== '' && text.length <= LONGEST_NAME && !hasHidden(text)
}

const NO_NAME = new Problem(
  { en: 'That is no name.', zh: '这不是有效的名称。' },
  {
    remedy: {
      en: `Give up to ${LONGEST_NAME} visible characters, with no space around them.`,
      zh: `请给出至多 ${LONGEST_NAME} 个可见字符，首尾没有空格。`,
    },
  },
)

function takenName(name: string, course: string): Problem {
  return new Problem(
    { en: `There is a "${name}" in ${course} already.`, zh: `课程 ${course} 中已有“${name}”。` },
    {
      remedy: {
        en: 'Give another name, or them a new token: `anneal hub token NAME`.',
        zh: '请换一个名称，或用 `anneal hub token NAME` 给他新的令牌。',
      },
    },
  )
}
