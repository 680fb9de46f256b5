import type { Equivalent } from './equivalents.ts'
import type { ReferenceMutant } from './reference-mutant.ts'
import type { Fate } from './try-mutants.ts'

export type Survival = Extract<Fate, { readonly kind: 'survived' }>

export interface Settled {
  /** So many are named as equivalent, and are. */
  readonly equivalent: number
  readonly survivors: readonly { readonly mutant: ReferenceMutant; readonly survival: Survival }[]
  readonly stale: readonly Stale[]
}

/** An entry that is wrong by now: told by a case of that name, or by nothing because no such mutant is made. */
export interface Stale {
  readonly entry: Equivalent
  readonly toldBy: string | undefined
}

/** Which mutants are left to answer for, and which excuses excuse nothing. */
export function settleMutants(
  mutants: readonly ReferenceMutant[],
  fates: ReadonlyMap<string, Fate>,
  equivalents: readonly Equivalent[],
): Settled {
  const excused = new Set<string>()
  const stale: Stale[] = []
  for (const entry of equivalents) {
    const named = mutants.filter((mutant) => isNamedBy(mutant, entry))
    const fate = named.map(({ id }) => fates.get(id)).find((one) => one?.kind === 'told')
    if (named.length === 0 || fate) stale.push({ entry, toldBy: fate?.by.en })
    else for (const { id } of named) excused.add(id)
  }
  const survivors = mutants.flatMap((mutant) => {
    const fate = fates.get(mutant.id)
    return fate?.kind === 'survived' && !excused.has(mutant.id) ? [{ mutant, survival: fate }] : []
  })
  return { equivalent: excused.size, survivors, stale }
}

function isNamedBy(mutant: ReferenceMutant, entry: Equivalent): boolean {
  return (['file', 'was', 'is', 'nth'] as const).every((key) => mutant[key] === entry[key])
}
