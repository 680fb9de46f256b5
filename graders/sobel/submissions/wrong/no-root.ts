// diagnosis: magnitude-squared
// from: reference.ts
// -   const magnitude = gx.map((dx, at) => Math.hypot(dx, gy[at] as number))
// +   const magnitude = gx.map((dx, at) => dx ** 2 + (gy[at] as number) ** 2)
