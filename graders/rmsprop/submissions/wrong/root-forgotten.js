// diagnosis: no-root
// from: accepted/row-by-row.ts
// - type Vector = { shape: readonly number[]; data: Float32Array }
// -
// - export function rmsprop(params: Vector, grads: Vector, lr: number, alpha: number, eps: number) {
// + export function rmsprop(params, grads, lr, alpha, eps) {
// -       w[i] -= (lr / (Math.sqrt(v[i]) + eps)) * g[i]
// +       w[i] -= (lr / (v[i] + eps)) * g[i]
