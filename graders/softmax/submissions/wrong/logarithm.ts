// diagnosis: log-softmax
// from: accepted/online.ts
// -     for (let j = n * D; j < (n + 1) * D; j++) out[j] = Math.exp(data[j] - max) / sum
// +     for (let j = n * D; j < (n + 1) * D; j++) out[j] = Math.log(Math.exp(data[j] - max) / sum)
