import type { GreyImage } from './drawing.ts'

/** What pictures take from the graders' own references, so that a card shows what an exercise demands. */
export interface References {
  /** Border replicated, as `cv2.medianBlur`. */
  readonly medianFilter: ImageFilter
  /** Border reflect-101, rounded, as `cv2.blur`. */
  readonly meanFilter: ImageFilter
  /** COCO's, from precision at 101 recalls. @param hits by falling score */
  readonly averagePrecision: (hits: readonly boolean[], positives: number) => number
}

export type ImageFilter = (image: GreyImage, ksize: number) => GreyImage
