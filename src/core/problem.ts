/**
 * Something the user can put right; always says how. Only `cli/` prints one.
 * Anything else that is thrown is a bug and keeps its stack trace.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly remedy: string

  constructor(message: string, options: { readonly remedy: string; readonly cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.remedy = options.remedy
  }
}
