import type { Exercise } from '../../core/exercise.ts'
import { snakeName } from '../../grader/protocol/snake-case.ts'

/** `graders/ID/fixtures.py`: draws inputs and asks the truth library. */
export function fixtureScript({ id, signature }: Exercise): string {
  const names = signature.params.map(({ name }) => snakeName(name)).join(', ')
  return `"""Fixtures of ${id} (tools/write_fixtures.py says how to run it)."""

import numpy as np
from write_fixtures import write


def truth(${names}):
    raise NotImplementedError("TODO: ask the truth library")


def cases():
    rng = np.random.default_rng(1)
    # TODO: for each of ten or more inputs yield {"en": name, "zh": name}, [${names}], truth(${names})
    yield from ()


# TODO: the name of the file, the call of the truth library, and its package beside numpy
write("${id}", "truth", "library.call", ["numpy"], cases())
`
}
