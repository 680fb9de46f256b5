// diagnosis: taken-as-symmetric
// from: accepted/closed-form.ts
// -     for (let j = 0; j < n; j++) data[i] += ((a.data[i * n + j] + a.data[j * n + i]) * x.data[j]) / 2
// +     for (let j = 0; j < n; j++) data[i] += a.data[i * n + j] * x.data[j]
