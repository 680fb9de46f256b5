import type { Database } from 'better-sqlite3'

/**
 * The work as one immediate transaction. The library prepares a dozen statements for the first and wraps each
 * four times: that waits for the first write, which most starts do not make.
 */
export function immediately<Values extends unknown[], Result>(
  db: Database,
  work: (...values: Values) => Result,
): (...values: Values) => Result {
  let made: ((...values: Values) => Result) | undefined
  return (...values) => {
    made ??= db.transaction(work).immediate
    return made(...values)
  }
}
