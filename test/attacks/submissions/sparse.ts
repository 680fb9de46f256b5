// verdict: invalid-output
export function meanFilter(image: any, ksize: number): any {
  const { shape, data } = right(image, ksize)
  const holes = new Array(2 ** 32 - 1)
  holes[0] = shape[0]
  return { shape: holes, data }
}
