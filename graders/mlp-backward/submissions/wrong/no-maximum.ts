// diagnosis: maximum-not-subtracted
// from: accepted/sample-by-sample.ts
// -     const top = Math.max(...z)
// +     const top = 0
