/** How far the new cards get until the interview. */
export interface Pace {
  readonly perDay: number
  /** Cards that will have been seen by then, of those that there are. */
  readonly seen: number
  readonly of: number
}

export interface PaceInput {
  readonly seen: number
  readonly unseen: number
  readonly perDay: number
  /** New cards that today may still have. */
  readonly leftToday: number
  /** Days before the interview's, today included. */
  readonly days: number
}

export function paceUntil({ seen, unseen, perDay, leftToday, days }: PaceInput): Pace {
  const coming = leftToday + (days - 1) * perDay
  return { perDay, seen: seen + Math.min(unseen, coming), of: seen + unseen }
}
