import type { Context } from 'hono'
import { isAway } from '../database/is-away.ts'
import type { Journal } from '../journal.ts'
import { Trouble, troubleReply } from './trouble.ts'
import { UNREADABLE } from './troubles.ts'

export function tellingTrouble(journal: Journal) {
  return (error: Error, context: Context): Response => troubleReply(context, troubleOf(error, journal))
}

/** Anything else is a mistake of the hub's own: its journal has it, and the one who asked hears no more than that. */
export function troubleOf(error: Error, { mistake }: Journal): Trouble {
  if (error instanceof Trouble) return error
  if (isAway(error)) return DATABASE_AWAY
  if (isNoText(error)) return UNREADABLE
  mistake(error)
  return isFull(error) ? DISK_FULL : BROKEN
}

/** Nothing can be written; what was acknowledged is there. */
function isFull(error: Error): boolean {
  return 'code' in error && error.code === '53100'
}

/** What was sent has a character that no text of Postgres holds: zero. */
function isNoText(error: Error): boolean {
  return 'code' in error && error.code === '22021'
}

const BROKEN = new Trouble(
  500,
  { en: 'The hub failed at this.', zh: 'hub 处理此请求时出错。' },
  {
    en: 'Try again later; if it stays so, tell whoever runs it.',
    zh: '请稍后再试；若一直如此，请告知 hub 的管理者。',
  },
)

const DISK_FULL = new Trouble(
  507,
  { en: 'The disk of the hub is full.', zh: 'hub 的磁盘已满。' },
  {
    en: 'Tell whoever runs it, and sync again later: everything is kept on your machines until then.',
    zh: '请告知 hub 的管理者，稍后再同步；在此之前所有记录都保存在你的机器上。',
  },
)

const DATABASE_AWAY = new Trouble(
  503,
  { en: 'The hub cannot reach its database just now.', zh: 'hub 暂时无法连接数据库。' },
  {
    en: 'Try again in a moment; nothing of yours is lost.',
    zh: '请稍后再试；你的数据不会丢失。',
  },
  { 'retry-after': '2' },
)
