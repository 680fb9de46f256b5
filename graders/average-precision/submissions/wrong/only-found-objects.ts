// diagnosis: recall-over-found+recall-strict
// from: accepted/envelope-and-levels.ts
// -   if (positives === 0) return 0
// +   const found = tp.data.reduce((a, b) => a + b, 0)
// +   if (found === 0) return 0
// -     recall.push(hits / positives)
// +     recall.push(hits / found)
// -     const k = recall.findIndex((r) => r >= level / steps)
// +     const k = recall.findIndex((r) => r > level / steps)
