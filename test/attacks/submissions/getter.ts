// verdict: invalid-output
export function meanFilter(image: any, ksize: number): any {
  const { shape, data } = right(image, ksize)
  return {
    shape,
    get data() {
      return data
    },
  }
}
