import { type Drawing, name } from '../drawing.ts'
import { gaussianFilter, maxFilter, minFilter } from './image-filters.ts'
import type { FilterName, PictureCall } from './picture-call.ts'
import type { ImageFilter, References } from './references.ts'
import { noisyImage } from './test-image.ts'

/** The test image before a filter and after it. */
export function drawFilter(
  { filter, ksize, noise }: Extract<PictureCall, { kind: 'filter' }>,
  references: References,
): Drawing {
  const before = noisyImage(noise)
  const after = filterOf(filter, references)(before, ksize)
  return {
    kind: 'images',
    images: [
      { label: name('before'), image: before },
      { label: name(filter, `${ksize}×${ksize}`), image: after },
    ],
  }
}

function filterOf(filter: FilterName, references: References): ImageFilter {
  switch (filter) {
    case 'median':
    case 'mean': {
      const reference = references<ImageFilter>(`${filter}-filter`)
      return (image, ksize) => ({ ...reference(image, ksize), dtype: 'u8' })
    }
    case 'max':
      return maxFilter
    case 'min':
      return minFilter
    case 'gaussian':
      return gaussianFilter
    case 'opening':
      return (image, ksize) => maxFilter(minFilter(image, ksize), ksize)
    case 'closing':
      return (image, ksize) => minFilter(maxFilter(image, ksize), ksize)
  }
}
