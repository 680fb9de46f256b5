// No maximum at all: the loss is log(1 + sum of exp(z[k] - z[y])), taken apart where a gap is large (log1p and a running log-add-exp).
type Matrix = { shape: readonly number[]; data: Float32Array }

const logAddExp = (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))

export function crossEntropy({ shape, data }: Matrix, labels: { shape: readonly number[]; data: Int32Array }) {
  const [N, C] = shape
  const losses = Array.from({ length: N }, (_, i) => {
    let lse = data[i * C]
    for (let k = 1; k < C; k++) lse = logAddExp(lse, data[i * C + k])
    return { lse, loss: lse - data[i * C + labels.data[i]] }
  })
  const loss = losses.reduce((sum, one) => sum + one.loss, 0) / N
  const grad = data.map((z, at) => {
    const i = Math.floor(at / C)
    return (Math.exp(z - losses[i].lse) - Number(at % C === labels.data[i])) / N
  })
  return { loss, grad: { shape, data: grad } }
}
