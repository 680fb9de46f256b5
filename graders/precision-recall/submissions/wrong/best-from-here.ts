// diagnosis: envelope-applied
// from: accepted/objects.ts
// -   return { precision: { shape: [n], data: precision }, recall: { shape: [n], data: recall } }
// +   for (let k = n - 2; k >= 0; k--) precision[k] = Math.max(precision[k], precision[k + 1])
// +   return { precision: { shape: [n], data: precision }, recall: { shape: [n], data: recall } }
