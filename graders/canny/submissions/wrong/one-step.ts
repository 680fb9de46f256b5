// diagnosis: one-step-linked+thresholds-not-swapped
// from: reference.ts
// -       if (magnitude <= Math.min(low, high)) continue
// +       if (magnitude <= low) continue
// -       if (magnitude > Math.max(low, high)) stack.push(at)
// +       if (magnitude > high) stack.push(at)
// -   for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
// -     if (weak[at] === 0) continue
// -     weak[at] = 0
// -     data[(Math.floor(at / stride) - 1) * width + (at % stride) - 1] = 255
// -     for (const row of [at - stride, at, at + stride]) stack.push(row - 1, row, row + 1)
// -   }
// +   const put = (at: number) => {
// +     if (weak[at] === 1) data[(Math.floor(at / stride) - 1) * width + (at % stride) - 1] = 255
// +   }
// +   for (const at of stack) {
// +     for (const row of [at - stride, at, at + stride]) [row - 1, row, row + 1].forEach(put)
// +   }
