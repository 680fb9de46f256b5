// Reverse-mode differentiation of scalars: a tape of nodes, each with its parents and the slopes to them.
type Nd = { shape: readonly number[]; data: Float32Array }
type Node = { value: number; grad: number; parents: [Node, number][] }

export function mlpBackward(x: Nd, y: { shape: readonly number[]; data: Int32Array }, w1: Nd, b1: Nd, w2: Nd, b2: Nd) {
  const tape: Node[] = []
  const node = (value: number, ...parents: [Node, number][]): Node => {
    const made = { value, grad: 0, parents }
    tape.push(made)
    return made
  }
  const leaves = (array: Nd) => Array.from(array.data, (value) => node(value))
  const add = (a: Node, b: Node) => node(a.value + b.value, [a, 1], [b, 1])
  const mul = (a: Node, b: Node) => node(a.value * b.value, [a, b.value], [b, a.value])
  const relu = (a: Node) => node(Math.max(0, a.value), [a, a.value > 0 ? 1 : 0])
  const lse = (all: Node[]) => {
    const top = Math.max(...all.map((a) => a.value))
    const exps = all.map((a) => Math.exp(a.value - top))
    const sum = exps.reduce((s, e) => s + e)
    return node(top + Math.log(sum), ...all.map((a, at): [Node, number] => [a, exps[at] / sum]))
  }

  const [N, I] = x.shape
  const [H, O] = w2.shape
  const [W1, B1, W2, B2, X] = [w1, b1, w2, b2, x].map(leaves)
  let loss = node(0)
  for (let n = 0; n < N; n++) {
    const h = B1.map((b, j) => {
      let sum = b
      for (let i = 0; i < I; i++) sum = add(sum, mul(X[n * I + i], W1[i * H + j]))
      return relu(sum)
    })
    const z = B2.map((b, k) => h.reduce((sum, unit, j) => add(sum, mul(unit, W2[j * O + k])), b))
    const right = z[y.data[n]]
    const logSum = lse(z)
    const one = node(logSum.value - right.value, [logSum, 1], [right, -1])
    loss = add(loss, node(one.value / N, [one, 1 / N]))
  }
  loss.grad = 1
  for (const at of tape.reverse()) for (const [parent, slope] of at.parents) parent.grad += at.grad * slope
  const grads = (like: Nd, nodes: Node[]) => ({ shape: like.shape, data: Float32Array.from(nodes, (one) => one.grad) })
  return { loss: loss.value, w1: grads(w1, W1), b1: grads(b1, B1), w2: grads(w2, W2), b2: grads(b2, B2) }
}
