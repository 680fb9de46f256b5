// diagnosis: negative-alpha-weighs
// from: accepted/by-label.ts
// - type Vector = { shape: readonly number[]; data: Float32Array }
// -
// - const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)))
// - const softplus = (x: number) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)))
// -
// - export function focalLoss(logits: Vector, targets: Vector, alpha: number, gamma: number) {
// + const sigmoid = (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)))
// + const softplus = (x) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)))
// +
// + export function focalLoss(logits, targets, alpha, gamma) {
// -   const [positive, negative] = alpha < 0 ? [1, 1] : [alpha, 1 - alpha]
// +   const [positive, negative] = [alpha, 1 - alpha]
