// diagnosis: empty-cluster-zero
export function anchorKmeans(sizes, k, initial, iterations) {
  let centres = Array.from({ length: k }, (_, j) => [initial.data[2 * j], initial.data[2 * j + 1]])
  for (let t = 0; t < iterations; t++) {
    const sums = centres.map(() => [0, 0, 0])
    for (let i = 0; i < sizes.shape[0]; i++) {
      const [w, h] = sizes.data.subarray(2 * i)
      const ious = centres.map(([cw, ch]) => {
        const inter = Math.min(w, cw) * Math.min(h, ch)
        return inter / (w * h + cw * ch - inter)
      })
      const sum = sums[ious.indexOf(Math.max(...ious))]
      sum[0] += w
      sum[1] += h
      sum[2]++
    }
    centres = sums.map(([w, h, count]) => [w / Math.max(count, 1), h / Math.max(count, 1)])
  }
  return { shape: [k, 2], data: Float32Array.from(centres.flat()) }
}
