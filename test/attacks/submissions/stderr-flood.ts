// verdict: output-limit
export function meanFilter(image: any, ksize: number): any {
  for (;;) console.error('x'.repeat(1000))
}
