// diagnosis: relu-slope-at-zero
// from: accepted/tape.ts
// -   const relu = (a: Node) => node(Math.max(0, a.value), [a, a.value > 0 ? 1 : 0])
// +   const relu = (a: Node) => node(Math.max(0, a.value), [a, a.value < 0 ? 0 : 1])
