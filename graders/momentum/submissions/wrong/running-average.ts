// diagnosis: ema-velocity
// from: accepted/look-ahead.ts
// -     for (let i = 0; i < P; i++) v[i] = v[i] * mu + g[i]
// +     for (let i = 0; i < P; i++) v[i] = v[i] * mu + g[i] * (1 - mu)
