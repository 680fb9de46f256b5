// diagnosis: in-place
// from: reference.ts
// -   const pixel = (y: number, x: number) =>
// -     image.data[reflect101(y, height) * width + reflect101(x, width)] as number
// -   const data = image.data.map((middle, at) => {
// +   const data = image.data.slice()
// +   const pixel = (y: number, x: number) => data[reflect101(y, height) * width + reflect101(x, width)] as number
// +   data.forEach((middle, at) => {
// -     return sum / weights
// +     data[at] = sum / weights
