// diagnosis: exponent-not-halved
// from: accepted/columns-first.ts
// -   const kernel = new Float32Array(ksize).map((_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)))
// +   const kernel = new Float32Array(ksize).map((_, i) => Math.exp(-((i - radius) ** 2) / (sigma * sigma)))
