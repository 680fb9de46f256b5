// diagnosis: double-softmax
// from: accepted/row-by-row.ts
// -     const logP = logSoftmax(logits.data.subarray(i * c, i * c + c))
// +     const probs = Float32Array.from(logSoftmax(logits.data.subarray(i * c, i * c + c)), Math.exp)
// +     const logP = logSoftmax(probs)
