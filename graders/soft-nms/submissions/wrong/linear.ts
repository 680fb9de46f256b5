// diagnosis: linear-penalty
// from: accepted/swap-to-front.ts
// -       if (u > 0) items[i].score *= Math.exp((-u * u) / sigma)
// +       if (u > 0) items[i].score *= 1 - u
