// diagnosis: no-eps
// from: accepted/step-by-step.ts
// - type Vector = { shape: readonly number[]; data: Float32Array }
// -
// - export function adam(params: Vector, grads: Vector, lr: number, beta1: number, beta2: number, eps: number) {
// + export function adam(params, grads, lr, beta1, beta2, eps) {
// -       w[i] -= (stepSize * m[i]) / (Math.sqrt(v[i]) * root + eps)
// +       w[i] -= (stepSize * m[i]) / (Math.sqrt(v[i]) * root)
