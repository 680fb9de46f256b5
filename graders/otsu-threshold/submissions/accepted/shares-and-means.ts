// Shares and means in floating point, as in the paper.
type Image = { shape: readonly number[]; data: Uint8Array }

export function otsuThreshold({ data }: Image): number {
  const share = new Array<number>(256).fill(0)
  data.forEach((grey) => (share[grey] += 1 / data.length))
  const mean = share.reduce((sum, p, level) => sum + p * level, 0)
  let omega = 0
  let mu = 0
  let best = 1e-12
  let threshold = 0
  for (let t = 0; t < 256; t++) {
    if (share[t] === 0) continue
    omega += share[t]
    mu += t * share[t]
    if (omega > 1 - 1e-9) break
    const between = (mean * omega - mu) ** 2 / (omega * (1 - omega))
    if (between > best) {
      best = between
      threshold = t
    }
  }
  return threshold
}
