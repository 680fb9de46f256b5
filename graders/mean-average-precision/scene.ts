import { boxAt, boxes, f32, i32, type Nd, type Scene, type Truth } from '#kit'
import type { meanAveragePrecision } from './reference.ts'

export type MapArgs = Parameters<typeof meanAveragePrecision>

export function toArgs({ detections, truths }: Scene): MapArgs {
  const boxesOf = (things: readonly Truth[]) => boxes(things.map(({ box }) => box))
  const column = (things: readonly Truth[], field: 'label' | 'image') =>
    i32([things.length], (at) => things[at]?.[field] ?? 0)
  return [
    boxesOf(detections),
    f32([detections.length], (at) => detections[at]?.score ?? 0),
    column(detections, 'label'),
    column(detections, 'image'),
    boxesOf(truths),
    column(truths, 'label'),
    column(truths, 'image'),
  ]
}

export function toScene(...[found, scores, labels, images, gtBoxes, gtLabels, gtImages]: MapArgs): Scene {
  const truthsOf = (from: Nd<'f32'>, { data }: Nd<'i32'>, image: Nd<'i32'>): Truth[] =>
    Array.from(data, (label, at) => ({ box: boxAt(from, at), label, image: image.data[at] ?? 0 }))
  const detected = truthsOf(found, labels, images)
  return {
    detections: detected.map((truth, at) => ({ ...truth, score: scores.data[at] ?? 0 })),
    truths: truthsOf(gtBoxes, gtLabels, gtImages),
  }
}
