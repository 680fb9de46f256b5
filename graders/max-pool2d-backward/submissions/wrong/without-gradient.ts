// diagnosis: mask-without-gradient
// from: reference.ts
// -     grad[largest] = (grad[largest] as number) + (gradOut.data[at] as number)
// +     grad[largest] = (grad[largest] as number) + 1
