import type { Text } from '../../core/locale.ts'
import type { Office } from './office.ts'

/** One line of JSON each, from the same user's programs alone. */
export interface OfficeCall {
  readonly verb: keyof Office
  readonly wish: unknown
}

export type OfficeReply =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'problem'; readonly message: Text; readonly remedy: Text }
  | { readonly kind: 'fault'; readonly message: string }
