// Blue's: large, middle and small numbers are added up apart, each scaled by a power of two.
export function l2Norm({ data }: { data: Float64Array }): number {
  const [up, down] = [2 ** 600, 2 ** -600]
  let [large, middle, small] = [0, 0, 0]
  for (const x of data) {
    const size = Math.abs(x)
    if (size > 1e140) large += (x * down) ** 2
    else if (size < 1e-140) small += (x * up) ** 2
    else middle += x * x
  }
  // Beside a large number a small one cannot be seen, beside one in the middle it can.
  if (large > 0) return Math.sqrt(large + middle * down * down) / down
  if (middle > 0) return Math.sqrt(middle + small * down * down)
  return Math.sqrt(small) / up
}
