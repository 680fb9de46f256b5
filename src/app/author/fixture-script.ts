import type { Exercise } from '../../core/exercise.ts'

/** `tools/fixtures/ID.py`: draws inputs and asks the truth library. */
export function fixtureScript({ id, signature }: Exercise): string {
  const names = signature.params.map(({ name }) => name).join(', ')
  return `"""Fixtures of ${id} (write_fixtures.py says how to run it)."""

import numpy as np
from write_fixtures import write


def truth(${names}):
    raise NotImplementedError("TODO: ask the truth library")


def cases():
    rng = np.random.default_rng(1)
    # TODO: for each of ten or more inputs: yield {"en": name, "zh": name}, [${names}], truth(${names})
    yield from ()


write("${id}", "TODO", "TODO: the call of the truth library", ["numpy"], cases())
`
}
