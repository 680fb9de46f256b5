// diagnosis: none
// from: reference.ts
// -     const byImage = groups.get(label) ?? new Map<number, number[]>()
// +     if (label <= 0) continue
// +     const byImage = groups.get(label) ?? new Map<number, number[]>()
