import type { Thrown } from '../../../protocol/messages.ts'

/** Reads no getter of the submission's without a net. */
export function explainError(error: unknown): Thrown {
  try {
    if (error instanceof ErrorType) {
      const { name, stack, message } = error
      return { threw: text(name, 100), message: text(stack || `${name}: ${message}`, 8000) }
    }
    return { threw: 'Error', thrown: text(error, 1000) }
  } catch {
    return { threw: 'Error' }
  }
}

/** The file cannot be read as code. */
export function isSyntaxError(error: unknown): boolean {
  try {
    return error instanceof SyntaxErrorType
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
