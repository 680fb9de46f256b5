// from: accepted/per-head.ts
// Right, but projects query, key and value anew for every pair of tokens.
// -   const q = project(x.data, wq)
// -   const k = project(x.data, wk)
// -   const v = project(x.data, wv)
// +   const projected = ({ data: w }: Matrix, s: number, j: number) => {
// +     let sum = 0
// +     for (let i = 0; i < D; i++) sum += x.data[s * D + i] * w[j * D + i]
// +     return sum
// +   }
// -         for (let j = h * d; j < h * d + d; j++) dot += q[t * D + j] * k[s * D + j]
// +         for (let j = h * d; j < h * d + d; j++) dot += projected(wq, t, j) * projected(wk, s, j)
// -         for (let j = h * d; j < h * d + d; j++) concat[t * D + j] += (row[s] / total) * v[s * D + j]
// +         for (let j = h * d; j < h * d + d; j++) concat[t * D + j] += (row[s] / total) * projected(wv, s, j)
