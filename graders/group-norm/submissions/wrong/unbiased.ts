// diagnosis: unbiased-variance
// from: accepted/sample-and-group.ts
// -       const inv = 1 / Math.sqrt(m2 / count + eps)
// +       const inv = 1 / Math.sqrt(m2 / (count - 1) + eps)
