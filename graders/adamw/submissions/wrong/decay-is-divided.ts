// diagnosis: decay-inside-division
// from: reference.ts
// -     const step = first / (1 - beta1 ** t) / (Math.sqrt(second / (1 - beta2 ** t)) + eps)
// -     p[i] = (p[i] as number) * (1 - lr * weightDecay) - lr * step
// +     const decayed = first / (1 - beta1 ** t) + weightDecay * (p[i] as number)
// +     const step = decayed / (Math.sqrt(second / (1 - beta2 ** t)) + eps)
// +     p[i] = (p[i] as number) - lr * step
