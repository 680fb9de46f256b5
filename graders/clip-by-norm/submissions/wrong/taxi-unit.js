// diagnosis: l1-norm+scaled-to-one
export function clipByNorm({ shape, data }, limit) {
  const norm = data.reduce((sum, x) => sum + Math.abs(x), 0)
  return { shape, data: norm > limit ? data.map((x) => x / norm) : data.slice() }
}
