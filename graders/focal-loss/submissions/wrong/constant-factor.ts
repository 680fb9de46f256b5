// diagnosis: factor-held-constant
// from: reference.ts
// -     const slope = -scale * (gamma * (1 - wrong) * entropy + wrong)
// +     const slope = -scale * wrong
