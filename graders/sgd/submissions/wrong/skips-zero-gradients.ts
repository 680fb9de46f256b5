// diagnosis: decay-where-gradient
// from: accepted/shrink-then-move.ts
// -     for (let i = 0; i < size; i++) data[i] = shrink * data[i] - lr * row[i]
// +     for (let i = 0; i < size; i++) {
// +       if (row[i] === 0) continue // nothing to learn
// +       data[i] = shrink * data[i] - lr * row[i]
// +     }
