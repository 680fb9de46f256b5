import type { Drawing } from '../core/drawing.ts'
import { drawPicture } from '../core/pictures/draw-picture.ts'
import type { PictureCall } from '../core/pictures/picture-call.ts'
import { Problem } from '../core/problem.ts'
import { referenceLoader } from '../grader/load-reference.ts'
import type { Deps } from './deps.ts'

/** Undefined where a reference that the picture needs is not built: a card is still worth asking without it. */
export type DrawPicture = (call: PictureCall) => Drawing | undefined

export function pictureDrawer({ folders }: Deps): DrawPicture {
  const references = referenceLoader(folders.graders)
  return (call) => {
    try {
      return drawPicture(call, references)
    } catch (error) {
      if (error instanceof Problem) return undefined
      throw error
    }
  }
}
