// diagnosis: gamma-and-beta-swapped
// from: accepted/sample-and-group.ts
// -           out[at] = (x.data[at] - mean) * inv * gamma.data[c] + beta.data[c]
// +           out[at] = (x.data[at] - mean) * inv * beta.data[c] + gamma.data[c]
