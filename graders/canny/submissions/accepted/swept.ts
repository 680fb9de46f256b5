// Linking by sweeps over the candidates until nothing changes.
// from: reference.ts
// -   for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
// -     if (weak[at] === 0) continue
// -     weak[at] = 0
// -     data[(Math.floor(at / stride) - 1) * width + (at % stride) - 1] = 255
// -     for (const row of [at - stride, at, at + stride]) stack.push(row - 1, row, row + 1)
// -   }
// +   for (const at of stack) weak[at] = 2
// +   const candidates: number[] = []
// +   weak.forEach((mark, at) => mark && candidates.push(at))
// +   for (let isChanged = true; isChanged; candidates.reverse()) {
// +     isChanged = false
// +     for (const at of candidates) {
// +       if (weak[at] !== 1) continue
// +       const rows = [at - stride, at, at + stride]
// +       if (!rows.some((row) => weak[row - 1] === 2 || weak[row] === 2 || weak[row + 1] === 2)) continue
// +       weak[at] = 2
// +       isChanged = true
// +     }
// +   }
// +   for (const at of candidates) {
// +     if (weak[at] === 2) data[(Math.floor(at / stride) - 1) * width + (at % stride) - 1] = 255
// +   }
