// diagnosis: none
// from: reference.ts
// -   const count = new Int32Array(256)
// +   const count = new Int16Array(256)
