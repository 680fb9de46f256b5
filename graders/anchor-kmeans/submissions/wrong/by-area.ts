// diagnosis: sorted-by-area
// from: accepted/until-settled.ts
// -   return { shape: [k, 2], data: Float32Array.from(centres.flatMap(({ w, h }) => [w, h])) }
// +   centres.sort((a, b) => a.w * a.h - b.w * b.h)
// +   return { shape: [k, 2], data: Float32Array.from(centres.flatMap(({ w, h }) => [w, h])) }
