// diagnosis: none
// from: accepted/term-by-term.ts
// -     const alpha = v / (1 - iou + v + 1e-7)
// +     const alpha = iou < 1 / 3 ? 0 : v / (1 - iou + v + 1e-7)
