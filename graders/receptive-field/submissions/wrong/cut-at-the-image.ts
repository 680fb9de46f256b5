// diagnosis: none
// from: reference.ts
// as if no input were wider than 224 pixels
// -   return { size, jump }
// +   return { size: Math.min(size, 224), jump }
