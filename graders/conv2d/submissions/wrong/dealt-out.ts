// diagnosis: outputs-dealt-out
// from: accepted/padded-copy.ts
// -       const channel = n * C + Math.floor(o / (O / groups)) * D
// +       const channel = n * C + (o % groups) * D
