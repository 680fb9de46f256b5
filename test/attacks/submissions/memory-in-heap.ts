// verdict: memory-limit
// memoryMb: 200
// requestMs: 5000
export function meanFilter(image: any, ksize: number): any {
  const held = []
  for (;;) held.push(new Array(1e5).fill({}).map(() => ({ held: 1 })))
}
