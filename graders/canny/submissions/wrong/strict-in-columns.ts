// diagnosis: ties-dropped-in-columns
// from: reference.ts
// -     return here > (size[at - stride] as number) && here >= (size[at + stride] as number)
// +     return here > (size[at - stride] as number) && here > (size[at + stride] as number)
