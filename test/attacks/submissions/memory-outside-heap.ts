// verdict: memory-limit
// memoryMb: 300
// requestMs: 5000
export function meanFilter(image: any, ksize: number): any {
  const held = []
  for (;;) held.push(new Uint8Array(2e7).fill(1))
}
