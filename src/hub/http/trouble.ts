import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '../../core/locale.ts'
import type { TroubleReply } from '../../interop/hub/protocol.ts'

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

/** Anything else is a mistake of the hub's own: its log has it, and the one who asked hears no more than that. */
export function tellTrouble(error: Error, context: Context): Response {
  if (error instanceof Trouble) return troubleReply(context, error)
  console.error(error)
  return troubleReply(context, BROKEN)
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
