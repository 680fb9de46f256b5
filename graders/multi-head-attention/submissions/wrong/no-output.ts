// diagnosis: output-projection-missing
// from: accepted/online.ts
// -   return { shape: [T, D], data: Float32Array.from(linear(merged, wo.data)) }
// +   return { shape: [T, D], data: Float32Array.from(merged) }
