// diagnosis: same-beta
// from: accepted/step-by-step.ts
// -     const root = 1 / Math.sqrt(1 - power2)
// +     const root = 1 / Math.sqrt(1 - power1)
