/** A larger one is not taken along, in or out. */
export const MOST_IMAGE_BYTES = 50_000_000

/** A deck may come from anyone, so its images lie beside it or below: no path of a card leads elsewhere. */
export function isBesideDeck(path: string): boolean {
  return !/^(?:[\\/]|[a-z]+:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(path)
}

/** What a card may name as an image, whether or not a terminal can show it. */
export function isImageName(name: string): boolean {
  return /\.(?:png|jpe?g|jfif|gif|webp|bmp|svg|tiff?|avif|hei[cf]|jxl|apng|ico|pdf)$/i.test(name)
}
