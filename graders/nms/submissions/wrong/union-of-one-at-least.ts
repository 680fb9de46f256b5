// diagnosis: none
// from: reference.ts
// -   return intersection / (area(data, a) + area(data, b) - intersection)
// +   return intersection / Math.max(1, area(data, a) + area(data, b) - intersection)
