import type { PictureCall } from './picture-call.ts'

/** The call as `parsePicture` reads it. */
export function pictureSource(call: PictureCall): string {
  switch (call.kind) {
    case 'filter':
      return `filter(${call.filter}, ${call.ksize}, ${call.noise})`
    case 'precision-recall':
      return `precision-recall(${call.hits.map((hit) => (hit ? 'T' : 'F')).join('')}, ${call.positives})`
    case 'lr-schedule':
      return `lr-schedule(${call.schedule})`
    case 'activations':
      return `activations(${call.activation})`
    default:
      return call.kind
  }
}
