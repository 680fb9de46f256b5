// diagnosis: overlap-not-clamped
// from: accepted/early-out.ts
// -     const inter = w > 0 && h > 0 ? w * h : 0
// +     const inter = w * h
// -     out[i] = (union > 0 ? inter / union : 0) - (hull > 0 ? 1 - union / hull : 0)
// +     out[i] = (union !== 0 ? inter / union : 0) - (hull > 0 ? 1 - union / hull : 0)
