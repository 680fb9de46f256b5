// diagnosis: eps-hat
// from: accepted/step-by-step.ts
// -       w[i] -= (stepSize * m[i]) / (Math.sqrt(v[i]) * root + eps)
// +       w[i] -= (stepSize * m[i]) / ((Math.sqrt(v[i]) + eps) * root)
