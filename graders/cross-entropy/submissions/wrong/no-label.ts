// diagnosis: gradient-of-the-label-missing
// from: accepted/row-by-row.ts
// -     grad[i * c + y] -= 1 / n
// +
