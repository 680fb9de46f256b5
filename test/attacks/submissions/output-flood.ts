// verdict: output-limit
export function meanFilter(image: any, ksize: number): any {
  for (;;) console.log('x'.repeat(1000))
}
