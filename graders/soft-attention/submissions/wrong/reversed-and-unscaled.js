// diagnosis: mask-reversed+scores-divided-by-width
// from: accepted/lists.ts
// - type Nd = { shape: readonly number[]; data: Float32Array | Uint8Array }
// -
// - export function softAttention(q: Nd, k: Nd, v: Nd, mask: Nd) {
// -   const rows = ({ shape: [n, width], data }: Nd) =>
// + export function softAttention(q, k, v, mask) {
// +   const rows = ({ shape: [n, width], data }) =>
// -     if (!seen[t].includes(1)) return values[0].map(() => 0)
// +     if (!seen[t].includes(0)) return values[0].map(() => 0)
// -       seen[t][s] ? key.reduce((sum, x, d) => sum + x * query[d], 0) / query.length ** 0.5 : -1e30,
// +       seen[t][s] ? -1e30 : key.reduce((sum, x, d) => sum + x * query[d], 0) / query.length,
