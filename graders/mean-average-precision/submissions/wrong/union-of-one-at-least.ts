// diagnosis: none
// from: reference.ts
// -   return intersection / (area(boxes, a) + area(others, b) - intersection)
// +   return intersection / Math.max(1, area(boxes, a) + area(others, b) - intersection)
