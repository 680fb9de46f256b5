import type { GreyImage } from '../drawing.ts'

/**
 * The reference of an exercise by its id, so that a card shows what the exercise demands. It takes and returns what
 * the exercise's signature says, arrays without their dtype; nobody checks that the type asked for is that.
 */
export type References = <Reference>(exercise: string) => Reference

export type ImageFilter = (image: GreyImage, ksize: number) => GreyImage
