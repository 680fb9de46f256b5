// diagnosis: rounded-to-4
export function softmax({ shape, data }) {
  const D = shape[1]
  const out = new Float32Array(data.length)
  for (let start = 0; start < data.length; start += D) {
    const row = Array.from(data.slice(start, start + D))
    const max = Math.max(...row)
    const exps = row.map((v) => Math.exp(v - max))
    const sum = exps.reduce((a, b) => a + b, 0)
    exps.forEach((e, j) => {
      out[start + j] = Number((e / sum).toFixed(4))
    })
  }
  return { shape, data: out }
}
