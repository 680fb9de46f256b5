import type { Invariance } from '../../define-grader.ts'
import { renumbered } from '../../renumbered.ts'
import { SMALLER_BOXES } from './box-relations.ts'
import type { Box } from './overlap.ts'
import type { Scene, Truth } from './scene.ts'

/** Of whatever is told from overlaps, and from which classes and images are the same. */
export function sceneRelations<Args extends readonly unknown[]>(
  toArgs: (scene: Scene) => Args,
  toScene: (...args: Args) => Scene,
): readonly Invariance<Args>[] {
  return [
    {
      name: SMALLER_BOXES,
      change(random, ...args) {
        const by = 2 ** -random.int(6, 10)
        const scaled = (box: Box) => box.map((side) => by * side) as unknown as Box
        return { args: toArgs(changed(toScene(...args), ({ box }) => ({ box: scaled(box) }))) }
      },
    },
    {
      name: { en: 'other classes and images', zh: '类别和图像换了编号' },
      change(random, ...args) {
        const scene = toScene(...args)
        const all = [...scene.detections, ...scene.truths]
        const labels = all.map(({ label }) => label)
        const labelOf = renumbered(random, labels, random.shuffle)
        // Between equal scores the order of the images decides.
        const images = all.map(({ image }) => image)
        const imageOf = renumbered(random, images)
        const renamed = changed(scene, ({ label, image }) => ({
          label: labelOf(label),
          image: imageOf(image),
        }))
        return { args: toArgs(renamed) }
      },
    },
  ]
}

function changed({ detections, truths }: Scene, change: (thing: Truth) => Partial<Truth>): Scene {
  return {
    detections: detections.map((one) => ({ ...one, ...change(one) })),
    truths: truths.map((one) => ({ ...one, ...change(one) })),
  }
}
