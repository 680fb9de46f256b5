// from: accepted/per-head.ts
// Right, but projects a key anew for every query that meets it.
// -   const k = project(x.data, wk)
// -   const v = project(x.data, wv)
// +   const key = (s: number, j: number) => {
// +     let sum = 0
// +     for (let i = 0; i < D; i++) sum += x.data[s * D + i] * wk.data[j * D + i]
// +     return sum
// +   }
// +   const v = project(x.data, wv)
// -         for (let j = h * d; j < h * d + d; j++) dot += q[t * D + j] * k[s * D + j]
// +         for (let j = h * d; j < h * d + d; j++) dot += q[t * D + j] * key(s, j)
