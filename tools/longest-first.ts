import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What judges by the hundred, or starts many programs, the longest first. Begun last, one of them would keep one processor busy and leave the others idle. */
const LONGEST = [
  'test/grader/budget/budget.',
  'test/grader/languages/cpp/cpp.',
  'test/attacks/attacks.',
  'test/content/labels-',
  'test/hub/submissions.',
  'test/grader/languages/cpp/checks/cpp-crash.',
  'test/cli/worker.',
  'test/cli/errors.',
  'test/cli/own-exercise.',
  'test/interop/anki/real-anki.',
  'test/e2e/',
  'test/crash/',
  'test/cli/',
  'test/hub/',
  'test/grader/',
  'test/app/',
]

/** On a fresh machine Vitest knows no durations and goes by the size of files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.includes(path))
      const place = at === -1 ? LONGEST.length : at
      // A worker that files share ends before one that wants its own, with all that it has loaded and begun.
      return project.config.isolate ? place - 2 * LONGEST.length : place
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}
