// diagnosis: alpha-with-iou
// from: accepted/term-by-term.ts
// -     const alpha = v / (1 - iou + v + 1e-7)
// +     const alpha = v / (iou + v + 1e-7)
