// diagnosis: sigma-from-ksize
// from: reference.ts
// - export function gaussianKernel(ksize: number, sigma: number): Nd<'f64'> {
// + export function gaussianKernel(ksize: number): Nd<'f64'> {
// +   const sigma = 0.3 * ((ksize - 1) * 0.5 - 1) + 0.8
