import type { Random } from '../../src/core/random.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutatePackage } from './mutate-package.ts'
import { mutateShared } from './mutate-shared.ts'
import type { FuzzLab, Outcome } from './open-fuzz-lab.ts'
import { type Sample, TEXTS } from './samples.ts'

/** One trial; the same random numbers, the same trial. `keep` is told of each file before it is tried. */
export function fuzzOnce(lab: FuzzLab, random: Random, keep: (file: Sample) => void): Promise<Outcome> {
  if (random.real() < 0.15) return lab.shareThenSync((folder) => mutateShared(folder, random))
  const sample = mutatedFile(random)
  keep(sample)
  return lab.importFrom(lab.put(sample))
}

export function mutatedFile(random: Random): Sample {
  if (random.real() < 0.55) return mutatePackage(random)
  const [first, ...others] = TEXTS
  if (first === undefined) throw new Error('no texts')
  const [own, donor] = [random.pick([first, ...others]), random.pick([first, ...others])]
  return { name: own.name, bytes: mutateBytes(own.bytes, random, donor.bytes) }
}
