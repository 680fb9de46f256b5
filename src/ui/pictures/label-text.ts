import type { Label } from '../../core/pictures/drawing.ts'
import type { Messages } from '../messages/messages.ts'

export function labelText(label: Label, { pictures }: Messages): string {
  if (label.kind === 'symbol') return label.text
  const text = pictures[label.name]
  return label.detail === undefined ? text : `${text} ${label.detail}`
}
