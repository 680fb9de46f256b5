/** The whole number that a text is, where it lies between the two, both included; else undefined. */
export function wholeBetween(text: string, lowest: number, highest: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return value >= lowest && value <= highest ? value : undefined
}
