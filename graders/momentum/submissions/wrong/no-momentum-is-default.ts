// diagnosis: none
// from: reference.ts
// -       const v = mu * (velocity[i] as number) + g
// +       const v = (mu || 0.9) * (velocity[i] as number) + g
