// diagnosis: sigmas-swapped
// from: accepted/by-offsets.ts
// - export function bilateralFilter({ shape, data }: Image, radius: number, sigmaColor: number, sigmaSpace: number): Image {
// + export function bilateralFilter({ shape, data }: Image, radius: number, sigmaSpace: number, sigmaColor: number): Image {
