const Z = 1.959964

/** The 95 % interval of a share that was seen `hits` times of `total` (Wilson 1927). */
export function wilsonInterval(hits: number, total: number): readonly [low: number, high: number] {
  const share = hits / total
  const middle = (share + Z ** 2 / (2 * total)) / (1 + Z ** 2 / total)
  const reach =
    (Z / (1 + Z ** 2 / total)) * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2))
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}
