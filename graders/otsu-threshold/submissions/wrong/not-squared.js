// diagnosis: difference-not-squared
export function otsuThreshold({ data }) {
  const histogram = new Array(256).fill(0)
  for (const grey of data) histogram[grey]++
  const total = histogram.reduce((sum, n, level) => sum + n * level, 0)
  let [n0, s0, best, threshold] = [0, 0, 0, 0]
  for (let t = 0; t < 256; t++) {
    n0 += histogram[t]
    s0 += t * histogram[t]
    const n1 = data.length - n0
    if (n0 === 0 || n1 === 0) continue
    const score = n0 * n1 * Math.abs(s0 / n0 - (total - s0) / n1)
    if (score > best * (1 + 1e-12)) [best, threshold] = [score, t]
  }
  return threshold
}
