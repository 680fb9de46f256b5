/** One thing that was asked of Anki, and whether it holds. */
export interface Finding {
  readonly what: string
  readonly holds: boolean
}

export function finding(what: string, holds: boolean): Finding {
  return { what, holds }
}
