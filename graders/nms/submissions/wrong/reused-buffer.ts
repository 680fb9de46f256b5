// verdict: invalid-output
// from: reference.ts
// - export function nms(boxes: Nd<'f32'>, scores: Nd<'f32'>, threshold: number): Nd<'i32'> {
// + const buffer = new Int32Array(4096)
// + export function nms(boxes: Nd<'f32'>, scores: Nd<'f32'>, threshold: number): Nd<'i32'> {
// -   return { shape: [kept.length], data: Int32Array.from(kept) }
// +   buffer.set(kept)
// +   return { shape: [kept.length], data: buffer.subarray(0, kept.length) }
