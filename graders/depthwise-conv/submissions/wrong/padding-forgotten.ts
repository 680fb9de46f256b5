// diagnosis: padding-behind
// from: accepted/shifted-planes.ts
// -       const [down, right] = [Math.floor(tap / kw) - padding, (tap % kw) - padding]
// +       const [down, right] = [Math.floor(tap / kw), tap % kw]
