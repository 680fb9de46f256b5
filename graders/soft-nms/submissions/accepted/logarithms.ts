// Logarithms of the scores, from which a parabola of the IoU is subtracted; the order is theirs.
type Floats = { shape: readonly number[]; data: Float32Array }

export function softNms(boxes: Floats, scores: Floats, sigma: number, scoreThreshold: number) {
  const rows = Array.from(scores.data, (_, i) => Array.from(boxes.data.subarray(4 * i, 4 * i + 4)))
  const penalty = new Float64Array(rows.length)
  const current = (i: number) => scores.data[i] * Math.exp(-penalty[i] / sigma)
  const left = new Set(rows.keys())
  const index: number[] = []
  const score: number[] = []
  while (true) {
    for (const i of left) if (current(i) < scoreThreshold) left.delete(i)
    if (left.size === 0) break
    const best = [...left].reduce((i, j) => (current(j) > current(i) ? j : i))
    left.delete(best)
    index.push(best)
    score.push(current(best))
    for (const i of left) penalty[i] += overlap(rows[best], rows[i]) ** 2
  }
  return {
    index: { shape: [index.length], data: Int32Array.from(index) },
    score: { shape: [score.length], data: Float32Array.from(score) },
  }
}

function overlap([ax, ay, au, av]: number[], [bx, by, bu, bv]: number[]): number {
  const shared = Math.max(0, Math.min(au, bu) - Math.max(ax, bx)) * Math.max(0, Math.min(av, bv) - Math.max(ay, by))
  const all = (au - ax) * (av - ay) + (bu - bx) * (bv - by) - shared
  return all > 0 ? shared / all : 0
}
