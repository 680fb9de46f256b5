// diagnosis: last-block-dropped
// from: reference.ts
// -     for (let start = 0; start < keys; start += block) {
// +     for (let start = 0; start + block <= keys; start += block) {
