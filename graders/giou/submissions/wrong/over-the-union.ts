// diagnosis: penalty-over-union
// from: accepted/early-out.ts
// -     out[i] = (union > 0 ? inter / union : 0) - (hull > 0 ? 1 - union / hull : 0)
// +     out[i] = union > 0 ? (inter - (hull - union)) / union : 0
