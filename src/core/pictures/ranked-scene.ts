import type { References } from './references.ts'

/**
 * COCO's average precision of a ranking, from precision at 101 recalls: that of a scene with one object an image,
 * where a hit covers the next one exactly, and a miss lies beside the first.
 * @param hits by falling score
 */
export function averagePrecisionOf(
  hits: readonly boolean[],
  positives: number,
  references: References,
): number {
  const reference = references<MeanAveragePrecision>('mean-average-precision')
  const images = hits.map((isHit, at) => (isHit ? hits.slice(0, at).filter(Boolean).length : 0))
  const { map50 } = reference(
    boxes(hits.map((isHit) => (isHit ? OBJECT : ELSEWHERE))),
    { shape: [hits.length], data: Float32Array.from(hits, (_, at) => 1 - at / (hits.length + 1)) },
    integers(hits.map(() => 1)),
    integers(images),
    boxes(Array(positives).fill(OBJECT)),
    integers(Array(positives).fill(1)),
    integers([...Array(positives).keys()]),
  )
  return map50
}

interface Floats {
  readonly shape: readonly number[]
  readonly data: Float32Array
}

interface Integers {
  readonly shape: readonly number[]
  readonly data: Int32Array
}

type MeanAveragePrecision = (
  ...args: [
    boxes: Floats,
    scores: Floats,
    labels: Integers,
    images: Integers,
    gtBoxes: Floats,
    gtLabels: Integers,
    gtImages: Integers,
  ]
) => { readonly map50: number }

const OBJECT: readonly number[] = [0, 0, 10, 10]
const ELSEWHERE: readonly number[] = [50, 50, 60, 60]

function boxes(rows: readonly (readonly number[])[]): Floats {
  return { shape: [rows.length, 4], data: Float32Array.from(rows.flat()) }
}

function integers(values: readonly number[]): Integers {
  return { shape: [values.length], data: Int32Array.from(values) }
}
