import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { GreyImage } from '../core/pictures/drawing.ts'
import type { References } from '../core/pictures/references.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'
import { f32, i32, type Nd } from '../kit/arrays.ts'

/**
 * The built references, each loaded when a picture first needs it: most sessions need none.
 * Its functions throw a Problem when the reference is missing.
 */
export function pictureReferences(graderRoot: string): References {
  return {
    medianFilter: (image, ksize) => filtered(load<ImageReference>(graderRoot, 'median-filter'), image, ksize),
    meanFilter: (image, ksize) => filtered(load<ImageReference>(graderRoot, 'mean-filter'), image, ksize),
    averagePrecision: (hits, positives) =>
      averagePrecision(load<DetectionReference>(graderRoot, 'mean-average-precision'), hits, positives),
  }
}

type ImageReference = (image: Nd<'u8'>, ksize: number) => Nd<'u8'>
type DetectionReference = (
  boxes: Nd<'f32'>,
  scores: Nd<'f32'>,
  labels: Nd<'i32'>,
  images: Nd<'i32'>,
  gtBoxes: Nd<'f32'>,
  gtLabels: Nd<'i32'>,
  gtImages: Nd<'i32'>,
) => { readonly map50: number }

const require = createRequire(import.meta.url)

/** At once, not by `import()`: a screen is drawn without waiting. */
function load<Reference>(graderRoot: string, id: string): Reference {
  const path = resolve(join(graderRoot, id, 'reference.js'))
  if (!existsSync(path)) {
    throw new Problem(
      { en: `There is no reference ${path}.`, zh: `参考实现 ${path} 不存在。` },
      { remedy: INSTALL_AGAIN },
    )
  }
  const module = require(path) as { readonly [name: string]: Reference }
  const name = id.replace(/-./g, (hyphened) => hyphened.charAt(1).toUpperCase())
  const reference = module[name]
  if (reference === undefined) throw new TypeError(`${path} exports no ${name}`)
  return reference
}

function filtered(reference: ImageReference, { shape, data }: GreyImage, ksize: number): GreyImage {
  return { dtype: 'u8', ...reference({ shape, data }, ksize) }
}

const OBJECT = [0, 0, 10, 10]
const ELSEWHERE = [50, 50, 60, 60]

/** A scene with that ranking: one object an image; a hit covers the next one exactly, a miss lies beside the first. */
function averagePrecision(
  reference: DetectionReference,
  hits: readonly boolean[],
  positives: number,
): number {
  const images = hits.map((isHit, at) => (isHit ? hits.slice(0, at).filter(Boolean).length : 0))
  const [found, all] = [hits.length, Array.from({ length: positives }, (_, at) => at)]
  const { map50 } = reference(
    f32(
      [found, 4],
      hits.flatMap((isHit) => (isHit ? OBJECT : ELSEWHERE)),
    ),
    f32(
      [found],
      hits.map((_, at) => 1 - at / (found + 1)),
    ),
    i32(
      [found],
      hits.map(() => 1),
    ),
    i32([found], images),
    f32(
      [positives, 4],
      all.flatMap(() => OBJECT),
    ),
    i32(
      [positives],
      all.map(() => 1),
    ),
    i32([positives], all),
  )
  return map50
}
