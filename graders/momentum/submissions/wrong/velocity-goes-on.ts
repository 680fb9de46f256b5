// diagnosis: earlier-calls
// from: reference.ts
// - /** As torch.optim.SGD: v = mu v + g with the whole gradient; Nesterov moves by g + mu v with the new v. */
// + const velocities = new Map<number, Float32Array>()
// +
// -   const velocity = new Float32Array(size)
// +   const velocity = velocities.get(size) ?? new Float32Array(size)
// +   velocities.set(size, velocity)
