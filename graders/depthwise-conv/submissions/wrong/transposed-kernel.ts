// diagnosis: kernel-transposed
// from: accepted/scattered.ts
// -         out[(plane * h + i) * w + j] += value * weight.data[((plane % C) * kh + a) * kw + b]
// +         out[(plane * h + i) * w + j] += value * weight.data[((plane % C) * kw + b) * kh + a]
