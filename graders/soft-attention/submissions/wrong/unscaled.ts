// diagnosis: scores-not-scaled
// from: reference.ts
// -     const scores = visible.map((s) => dot(q.data, t * width, k.data, s * width, width) / Math.sqrt(width))
// +     const scores = visible.map((s) => dot(q.data, t * width, k.data, s * width, width))
