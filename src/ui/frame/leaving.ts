import { apart, type Line } from '../text/line.ts'

/** What a screen leaves in the terminal when the program ends: a verdict, how a session went. */
export interface Leaving {
  /** Of two about the same the later one stays. */
  readonly about: string
  readonly lines: readonly Line[]
}

/** One behind the other, in the order in which they were left. */
export function leavingLines(leavings: readonly Leaving[]): readonly Line[] {
  const latest = leavings.filter(
    ({ about }, at) => !leavings.slice(at + 1).some((one) => one.about === about),
  )
  return apart(latest.map(({ lines }) => lines))
}
