// diagnosis: none
// from: reference.ts
// -     out[at] = largest
// +     out[at] = at < 16 ? largest : 0
