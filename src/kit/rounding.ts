/** To the nearest whole number, a half to the even one, as Python and NumPy do. */
export function halfToEven(value: number): number {
  const below = Math.floor(value)
  return value - below === 0.5 ? below + (below % 2) : Math.round(value)
}
