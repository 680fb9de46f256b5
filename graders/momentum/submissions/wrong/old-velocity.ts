// diagnosis: nesterov-ignored
// from: accepted/look-ahead.ts
// -     for (let i = 0; i < P; i++) v[i] = v[i] * mu + g[i]
// -     if (nesterov) for (let i = 0; i < P; i++) w[i] -= lr * (g[i] + mu * v[i])
// -     else for (let i = 0; i < P; i++) w[i] -= lr * v[i]
// +     if (nesterov) for (let i = 0; i < P; i++) w[i] -= lr * (g[i] + mu * v[i])
// +     for (let i = 0; i < P; i++) v[i] = v[i] * mu + g[i]
// +     if (!nesterov) for (let i = 0; i < P; i++) w[i] -= lr * v[i]
