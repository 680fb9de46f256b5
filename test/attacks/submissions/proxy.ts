// verdict: invalid-output
// message: a Proxy
export function meanFilter(image: any, ksize: number): any {
  return new Proxy(right(image, ksize), {})
}
