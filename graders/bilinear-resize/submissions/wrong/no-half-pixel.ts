// diagnosis: no-half-pixel
// from: accepted/one-axis-twice.ts
// -     const point = (at + 0.5) * (length / wanted) - 0.5
// +     const point = (at * length) / wanted
