// verdict: invalid-output
// from: reference.ts
// - export function meanFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {
// + const results = new Map<number, Uint8Array>()
// + export function meanFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {
// -   const data = new Uint8Array(height * width)
// +   const data = results.get(height * width) ?? new Uint8Array(height * width)
// +   results.set(height * width, data)
