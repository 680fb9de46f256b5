// diagnosis: no-bias-correction
// from: accepted/step-by-step.ts
// -     const stepSize = lr / (1 - power1)
// -     const root = 1 / Math.sqrt(1 - power2)
// +     const stepSize = lr
// +     const root = 1
