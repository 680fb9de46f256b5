// from: reference.ts
// Right, but visits every key and gives those outside the window no weight.
// -     const first = Math.max(0, t - radius)
// -     const count = Math.min(length, t + radius + 1) - first
// +     const first = 0
// +     const count = length
// -       const score = dot / Math.sqrt(width)
// +       const score = Math.abs(at - t) > radius ? Number.NEGATIVE_INFINITY : dot / Math.sqrt(width)
