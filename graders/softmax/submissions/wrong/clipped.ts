// diagnosis: clipped-to-500
// from: reference.ts
// -     const highest = Math.max(...row)
// -     const exps = row.map((x) => Math.exp(x - highest))
// +     const exps = row.map((x) => Math.exp(Math.min(500, Math.max(-500, x))))
