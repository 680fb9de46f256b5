import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '../../core/locale.ts'
import type { TroubleReply } from '../../interop/hub/protocol.ts'
import { isAway } from '../database/is-away.ts'
import type { Journal } from '../journal.ts'

/** What the one who asked can put right. */
export class Trouble extends Error {
  readonly status: ContentfulStatusCode
  readonly texts: TroubleReply
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: ContentfulStatusCode,
    message: Text,
    remedy: Text,
    headers: Record<string, string> = {},
  ) {
    super(message.en)
    this.status = status
    this.texts = { message, remedy }
    this.headers = headers
  }
}

/** Anything else is a mistake of the hub's own: its journal has it, and the one who asked hears no more than that. */
export function tellingTrouble({ mistake }: Journal) {
  return (error: Error, context: Context): Response => {
    if (error instanceof Trouble) return troubleReply(context, error)
    if (isAway(error)) return troubleReply(context, DATABASE_AWAY)
    mistake(error)
    return troubleReply(context, BROKEN)
  }
}

export function troubleReply(context: Context, { status, texts, headers }: Trouble): Response {
  return context.json(texts, status, headers)
}

const BROKEN = new Trouble(
  500,
  { en: 'The hub failed at this.', zh: '服务器处理此请求时出错。' },
  {
    en: 'Try again later; if it stays so, tell whoever runs it.',
    zh: '请稍后再试；若一直如此，请告知服务器的管理者。',
  },
)

const DATABASE_AWAY = new Trouble(
  503,
  { en: 'The hub cannot reach its database just now.', zh: '服务器暂时无法连接数据库。' },
  {
    en: 'Try again in a moment; nothing of yours is lost.',
    zh: '请稍后再试；你的数据不会丢失。',
  },
  { 'retry-after': '5' },
)
