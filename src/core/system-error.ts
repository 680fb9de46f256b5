/** The code of an error that the system, Node or a library gave, such as ENOENT; undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  return Error.isError(error) && 'code' in error ? String(error.code) : undefined
}

/** Whether a call of the system failed, and not the program. */
export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return Error.isError(error) && 'code' in error && 'syscall' in error
}
