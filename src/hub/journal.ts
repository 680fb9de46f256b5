/** What whoever runs a hub hears of it; never a token, and nothing of what people send. */
export interface Journal {
  /** One of the hub's own. */
  readonly mistake: (error: Error) => void
  /** A line each. */
  readonly request?: (line: string) => void
}
