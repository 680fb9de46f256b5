// diagnosis: bits+impossible-skipped
export function klDivergence(p, q) {
  let sum = 0
  for (let i = 0; i < p.data.length; i++) {
    if (p.data[i] > 0 && q.data[i] > 0) sum += p.data[i] * Math.log2(p.data[i] / q.data[i])
  }
  return sum
}
