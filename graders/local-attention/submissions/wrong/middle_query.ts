// diagnosis: none
// from: accepted/band.ts
// -       const start = (t + w - r) * D
// +       const start = (t + w - r + (w > r ? -1 : 0)) * D
