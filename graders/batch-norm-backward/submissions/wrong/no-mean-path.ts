// diagnosis: path-through-the-mean-missing
// from: accepted/step-by-step.ts
// -       dx[at] = gradOut.data[at] * gamma.data[d] * invStd + (dvar * 2 * (x.data[at] - mu)) / N + dmu / N
// +       dx[at] = gradOut.data[at] * gamma.data[d] * invStd + (dvar * 2 * (x.data[at] - mu)) / N
