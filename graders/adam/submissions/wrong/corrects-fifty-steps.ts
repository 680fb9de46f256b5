// diagnosis: none
// from: reference.ts
// -     const correction2 = 1 - beta2 ** t
// +     const correction2 = t > 50 ? 1 : 1 - beta2 ** t
