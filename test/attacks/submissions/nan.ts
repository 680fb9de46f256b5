// verdict: invalid-output
// message: Float64Array
export function meanFilter(image: any, ksize: number): any {
  const { shape, data } = right(image, ksize)
  return { shape, data: Float64Array.from(data).fill(NaN) }
}
