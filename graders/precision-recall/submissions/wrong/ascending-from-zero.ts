// diagnosis: sorted-ascending+precision-from-rank-zero
// from: reference.ts
// -     (a, b) => (scores.data[b] as number) - (scores.data[a] as number),
// +     (a, b) => (scores.data[a] as number) - (scores.data[b] as number),
// -     return { precision: found / (rank + 1), recall: positives > 0 ? found / positives : 0 }
// +     return { precision: found / rank, recall: positives > 0 ? found / positives : 0 }
