/** The same names, each with what becomes of its value. */
export function mapFields<T, R>(
  fields: { readonly [name: string]: T },
  change: (value: T) => R,
): { readonly [name: string]: R } {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]))
}
