// diagnosis: strong-alone
// from: reference.ts
// -     for (const row of [at - stride, at, at + stride]) stack.push(row - 1, row, row + 1)
