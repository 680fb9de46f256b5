// diagnosis: unseeing-query-sees-all
// from: accepted/online.ts
// -       if (mask.data[t * S + s] === 0) continue
// -       let score = 0
// +       let score = 0
// -       score /= Math.sqrt(D)
// +       score = score / Math.sqrt(D) + (1 - mask.data[t * S + s]) * -1e9
