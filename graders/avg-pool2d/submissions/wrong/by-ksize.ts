// diagnosis: divided-by-ksize
// from: reference.ts
// -     out[at] = sum / (ksize * ksize)
// +     out[at] = sum / ksize
