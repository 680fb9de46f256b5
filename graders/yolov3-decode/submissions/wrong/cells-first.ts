// diagnosis: cells-before-anchors
// from: accepted/rows.ts
// -   for (let a = 0; a < A; a++) {
// -     for (let y = 0; y < H; y++) {
// -       for (let x = 0; x < W; x++) {
// +   for (let y = 0; y < H; y++) {
// +     for (let x = 0; x < W; x++) {
// +       for (let a = 0; a < A; a++) {
