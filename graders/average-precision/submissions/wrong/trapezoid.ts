// diagnosis: trapezoid-from-one
// from: accepted/envelope-and-levels.ts
// -   const precision: number[] = [0]
// +   const precision: number[] = [1]
// -   for (let k = precision.length - 1; k > 0; k--) precision[k - 1] = Math.max(precision[k - 1], precision[k])
// -   if (method === 'area') {
// +   if (method === 'area') {
// -     for (let k = 1; k < recall.length; k++) area += (recall[k] - recall[k - 1]) * precision[k]
// +     for (let k = 1; k < recall.length; k++) area += ((recall[k] - recall[k - 1]) * (precision[k] + precision[k - 1])) / 2
// -   const steps = method === 'voc07' ? 10 : 100
// +   precision[0] = 0
// +   for (let k = precision.length - 1; k > 0; k--) precision[k - 1] = Math.max(precision[k - 1], precision[k])
// +   const steps = method === 'voc07' ? 10 : 100
