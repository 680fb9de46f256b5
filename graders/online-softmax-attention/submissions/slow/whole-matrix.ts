// verdict: memory-budget
// from: accepted/two-passes.ts
// Right, but keeps the scores of all queries.
// -   const row = new Float64Array(S)
// +   const scores = new Float64Array(T * S)
// -     let max = -Infinity
// +     const row = scores.subarray(t * S, t * S + S)
// +     let max = -Infinity
