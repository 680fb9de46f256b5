// diagnosis: none
// from: accepted/two-logarithms.ts
// a weight for the positives that nobody asked for
// -     return { loss: -(t * logSigmoid(x) + (1 - t) * logSigmoid(-x)), slope: Math.exp(logSigmoid(x)) - t }
// +     const weight = t > 0.5 ? 2 : 1
// +     return { loss: -weight * (t * logSigmoid(x) + (1 - t) * logSigmoid(-x)), slope: weight * (Math.exp(logSigmoid(x)) - t) }
