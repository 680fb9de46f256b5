// diagnosis: none
// from: reference.ts
// a window begins where a block begins, or so it is taken for
// -       turned[at * count + line] = Math.max(toEnd[at] as number, fromStart[at + ksize - 1] as number)
// +       turned[at * count + line] = fromStart[at + ksize - 1] as number
