// verdict: wrong-answer
// It is asked once, and what it says then is compared.
export function meanFilter(image: any, ksize: number): any {
  const { shape, data } = right(image, ksize)
  let asked = 0
  return {
    shape,
    get data() {
      return asked++ === 0 ? data.map((value: number) => 255 - value) : data
    },
  }
}
