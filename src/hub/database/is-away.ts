/**
 * Whether a query failed only because the database could not be asked just then, or because it let another
 * transaction go first: nothing was done, or nobody knows whether it was, and the same may be asked again.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    UNREACHED.test(code) || REFUSED.test(code) || BROKEN_OFF.test(error.message) || isWithoutSocket(error)
  )
}

const UNREACHED = /^E(?:CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_AGAIN)/
/**
 * Of Postgres (appendix A): a connection lost, a rollback to let another through, too many connections,
 * stopping or starting.
 */
const REFUSED = /^(?:08...|40001|40P01|53300|57P0[123])$/
/** What pg says without a code. */
const BROKEN_OFF =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client )/

/** Where it is reached by a socket of this machine. */
function isWithoutSocket(error: Error): boolean {
  return 'syscall' in error && error.syscall === 'connect'
}
