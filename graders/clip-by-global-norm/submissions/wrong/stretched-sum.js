// diagnosis: sum-of-norms+always-scaled
export function clipByGlobalNorm(grads, sizes, limit) {
  let norm = 0
  let start = 0
  for (const size of sizes.data) {
    norm += Math.hypot(...grads.data.slice(start, start + size))
    start += size
  }
  return { grads: { shape: grads.shape, data: grads.data.map((x) => (x * limit) / norm) }, norm }
}
