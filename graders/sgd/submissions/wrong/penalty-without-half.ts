// diagnosis: decay-doubled
// from: reference.ts
// -     p[i] = weight - lr * (g + weightDecay * weight)
// +     p[i] = weight - lr * (g + 2 * weightDecay * weight)
