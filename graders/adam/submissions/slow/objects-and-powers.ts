// Right, but makes an object for each parameter and step and takes two powers inside the innermost loop.
type Vector = { shape: readonly number[]; data: Float32Array }

export function adam(params: Vector, grads: Vector, lr: number, beta1: number, beta2: number, eps: number) {
  const [T, P] = grads.shape
  let state = Array.from(params.data, (p) => ({ p, m: 0, v: 0 }))
  for (let t = 1; t <= T; t++) {
    const g = Array.from(grads.data.slice((t - 1) * P, t * P))
    state = state.map((old, i) => {
      const m = beta1 * old.m + (1 - beta1) * g[i]
      const v = beta2 * old.v + (1 - beta2) * Math.pow(g[i], 2)
      const mHat = m / (1 - Math.pow(beta1, t))
      const vHat = v / (1 - Math.pow(beta2, t))
      return { p: old.p - (lr * mHat) / (Math.sqrt(vHat) + eps), m, v }
    })
  }
  const pick = (name: 'p' | 'm' | 'v') => ({ shape: [P], data: Float32Array.from(state, (s) => s[name]) })
  return { params: pick('p'), m: pick('m'), v: pick('v') }
}
