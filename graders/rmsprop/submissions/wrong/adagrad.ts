// diagnosis: squares-summed
// from: accepted/row-by-row.ts
// -       v[i] += (1 - alpha) * (g[i] * g[i] - v[i])
// +       v[i] += g[i] * g[i]
