export type OrderMark =
  | { readonly kind: 'right' }
  /** `given` are the numbers as they were typed. */
  | { readonly kind: 'wrong'; readonly given: readonly number[] }
  /** Not each number exactly once: the learner is asked again and loses nothing. */
  | { readonly kind: 'unreadable' }

/**
 * Marks `3 1 2`, `3,1,2` or, up to nine steps, `312`; full-width digits and separators of a Chinese input
 * method too.
 */
export function markOrder(typed: string, order: readonly number[]): OrderMark {
  const given = readOrder(typed, order.length)
  if (given.length !== order.length || new Set(given).size !== order.length) return { kind: 'unreadable' }
  if (!given.every((number) => number >= 1 && number <= order.length)) return { kind: 'unreadable' }
  return order.every((number, at) => given[at] === number) ? { kind: 'right' } : { kind: 'wrong', given }
}

function readOrder(typed: string, count: number): readonly number[] {
  const plain = typed
    .slice(0, 200)
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .trim()
  const tokens = plain.split(/[\s,，、;；>→-]+/).filter((token) => token !== '')
  const joined = tokens.length === 1 && count <= 9 ? [...(tokens[0] ?? '')] : tokens
  return joined.map((token) => (/^\d{1,2}$/.test(token) ? Number(token) : Number.NaN))
}
