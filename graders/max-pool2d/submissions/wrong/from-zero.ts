// diagnosis: begun-with-zero
// from: reference.ts
// -     let largest = Number.NEGATIVE_INFINITY
// +     let largest = 0
