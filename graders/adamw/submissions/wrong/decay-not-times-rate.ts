// diagnosis: decay-without-rate
// from: accepted/columns.ts
// -   const keep = 1 - lr * weightDecay
// +   const keep = 1 - weightDecay
