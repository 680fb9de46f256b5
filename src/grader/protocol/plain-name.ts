/** What names have in common that differ in capitals and underscores alone. */
export function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase()
}
