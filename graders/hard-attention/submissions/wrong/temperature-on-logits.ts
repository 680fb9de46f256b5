// diagnosis: noise-after-temperature
// from: accepted/logsumexp.ts
// -     const at = (s: number) => (logits.data[t * S + s] + gumbel.data[t * S + s]) / tau
// +     const at = (s: number) => logits.data[t * S + s] / tau + gumbel.data[t * S + s]
