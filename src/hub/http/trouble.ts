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

export function troubleReply(context: Context, { status, texts, headers }: Trouble): Response {
  return context.json(texts, status, headers)
}
