import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that judge by the hundred, or start many programs. Begun last, one of them would keep one processor busy and leave the others idle. */
const LONGEST = [
  'test/attacks/attacks.test.ts',
  'test/content/verify.test.ts',
  'test/grader/budget.test.ts',
  'test/grader/cpp.test.ts',
  'test/grader/cpp-crash.test.ts',
  'test/cli/own-exercise.test.ts',
  'test/cli/errors.test.ts',
  'test/cli/hub.test.ts',
]

/** On a fresh machine Vitest knows no durations and goes by the size of files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path))
      return at === -1 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}
