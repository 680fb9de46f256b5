/** A deck may come from anyone, so its images lie beside it or below: no path of a card leads elsewhere. */
export function isBesideDeck(path: string): boolean {
  return !/^(?:[\\/]|[a-z]+:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(path)
}
