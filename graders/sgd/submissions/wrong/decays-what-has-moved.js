// diagnosis: decay-after-step
// from: accepted/shrink-then-move.ts
// - type Vector = { shape: readonly number[]; data: Float32Array }
// -
// - export function sgd(params: Vector, grads: Vector, lr: number, weightDecay: number) {
// + export function sgd(params, grads, lr, weightDecay) {
// -     for (let i = 0; i < size; i++) data[i] = shrink * data[i] - lr * row[i]
// +     for (let i = 0; i < size; i++) data[i] = shrink * (data[i] - lr * row[i])
