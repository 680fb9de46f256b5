// Labels, and an early end as soon as none changes.
type Table = { shape: readonly number[]; data: Float32Array }
type Size = { w: number; h: number }

export function anchorKmeans(sizes: Table, k: number, initial: Table, iterations: number) {
  const list = ({ shape, data }: Table): Size[] =>
    Array.from({ length: shape[0] }, (_, i) => ({ w: data[2 * i], h: data[2 * i + 1] }))
  const boxes = list(sizes)
  let centres = list(initial)
  let labels: number[] = []
  for (let t = 0; t < iterations; t++) {
    const next = boxes.map((box) => centres.reduce((best, c, j) => (distance(box, c) < distance(box, centres[best]) ? j : best), 0))
    if (next.every((label, i) => label === labels[i])) break
    labels = next
    centres = centres.map((centre, j) => {
      const members = boxes.filter((_, i) => labels[i] === j)
      if (members.length === 0) return centre
      const total = (side: 'w' | 'h') => members.reduce((sum, box) => sum + box[side], 0)
      return { w: total('w') / members.length, h: total('h') / members.length }
    })
  }
  return { shape: [k, 2], data: Float32Array.from(centres.flatMap(({ w, h }) => [w, h])) }
}

function distance(a: Size, b: Size): number {
  const inter = Math.min(a.w, b.w) * Math.min(a.h, b.h)
  return 1 - inter / (a.w * a.h + b.w * b.h - inter)
}
