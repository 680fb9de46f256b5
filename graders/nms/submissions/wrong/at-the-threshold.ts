// diagnosis: threshold-inclusive
// from: accepted/shrinking-list.ts
// -     rest = rest.filter((box, i) => i > 0 && !(iou(best, box) > threshold))
// +     rest = rest.filter((box, i) => i > 0 && !(iou(best, box) >= threshold))
// -   if (b.x1 > a.x2 || b.x2 < a.x1) return 0
