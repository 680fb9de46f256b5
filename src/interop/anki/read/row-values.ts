/** SQLite keeps anything in any column: what is not of the kind that is wanted counts as empty. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed()
  return typeof value === 'number' ? String(value) : ''
}

export function wholeIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}

/** A JSON object, or an empty one. */
export function objectIn(value: unknown): { readonly [name: string]: unknown } {
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return typeof parsed === 'object' && parsed !== null ? (parsed as { [name: string]: unknown }) : {}
  } catch {
    return {}
  }
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
