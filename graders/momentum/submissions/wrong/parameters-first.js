// diagnosis: stale-velocity
// from: accepted/look-ahead.ts
// - type Vector = { shape: readonly number[]; data: Float32Array }
// -
// - export function momentum(params: Vector, grads: Vector, lr: number, mu: number, nesterov: boolean) {
// + export function momentum(params, grads, lr, mu, nesterov) {
// -     for (let i = 0; i < P; i++) v[i] = v[i] * mu + g[i]
// and then, behind them
// -     else for (let i = 0; i < P; i++) w[i] -= lr * v[i]
// +     else for (let i = 0; i < P; i++) w[i] -= lr * v[i]
// +     for (let i = 0; i < P; i++) v[i] = v[i] * mu + g[i]
