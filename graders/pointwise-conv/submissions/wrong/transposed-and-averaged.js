// diagnosis: weight-transposed+mean-over-channels
// from: accepted/channel-by-channel.ts
// - type Maps = { shape: readonly number[]; data: Float32Array }
// -
// - export function pointwiseConv(x: Maps, weight: Maps): Maps {
// + export function pointwiseConv(x, weight) {
// -         const w = weight.data[o * C + c]
// +         const w = weight.data[c * O + o] / C
