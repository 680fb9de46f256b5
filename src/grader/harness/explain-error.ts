/** What a thrown value says, with the stack where it has one. Reads no getter of the submission's without a net. */
export function explainError(error: unknown): { readonly threw: string; readonly message: string } {
  try {
    if (error instanceof ErrorType) {
      const { name, stack, message } = error
      return { threw: text(name, 100), message: text(stack || `${name}: ${message}`, 8000) }
    }
    return { threw: 'Error', message: `threw ${text(error, 1000)}` }
  } catch {
    return { threw: 'Error', message: 'threw something that cannot be read' }
  }
}

/** The file cannot be read as code: a JavaScript syntax error, or TypeScript that is more than types. */
export function isSyntaxError(error: unknown): boolean {
  try {
    const code = (error as { readonly code?: unknown } | undefined)?.code
    return (
      error instanceof SyntaxErrorType ||
      code === 'ERR_INVALID_TYPESCRIPT_SYNTAX' ||
      code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
    )
  } catch {
    return false
  }
}

const ErrorType = Error
const SyntaxErrorType = SyntaxError
const toText = String

function text(value: unknown, limit: number): string {
  const whole = toText(value)
  return whole.length > limit ? `${whole.slice(0, limit)}…` : whole
}
