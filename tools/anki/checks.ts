/** Says whether it holds; the process ends with 1 where anything does not. */
export function check(what: string, holds: boolean): void {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
  if (!holds) process.exitCode = 1
}
