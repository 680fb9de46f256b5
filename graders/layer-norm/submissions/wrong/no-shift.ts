// diagnosis: beta-missing
// from: accepted/welford.ts
// -     for (let d = 0; d < D; d++) data[n * D + d] = (x.data[n * D + d] - mean) * scale * gamma.data[d] + beta.data[d]
// +     for (let d = 0; d < D; d++) data[n * D + d] = (x.data[n * D + d] - mean) * scale * gamma.data[d]
