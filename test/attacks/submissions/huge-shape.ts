// verdict: invalid-output
export function meanFilter(image: any, ksize: number): any {
  return { shape: [2 ** 53 - 1, 2 ** 53 - 1, 0], data: new Uint8Array(0) }
}
