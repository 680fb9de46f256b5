// verdict: invalid-output
export function meanFilter(image: any, ksize: number): any {
  const cycle: any = { shape: image.shape }
  cycle.data = cycle
  return cycle
}
