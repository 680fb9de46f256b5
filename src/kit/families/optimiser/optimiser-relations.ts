import { f32, type Nd } from '../../arrays.ts'
import type { Relation } from '../../define-grader.ts'
import { otherOrder, reordered } from '../../places.ts'
import type { StepInputs } from './optimiser.ts'

/**
 * @param _of the optimiser, for its types
 * @param even the fields of the result that no sign changes, such as averages of squares
 */
export function optimiserRelations<Rest extends readonly unknown[], Result extends object>(
  _of: (...args: [...StepInputs, ...Rest]) => Result,
  even: readonly (keyof Result)[] = [],
): readonly Relation<[...StepInputs, ...Rest], Result>[] {
  return [
    {
      name: { en: 'parameters in another order', zh: '参数次序打乱' },
      change(random, params, grads, ...rest) {
        const order = otherOrder(random, params.data.length)
        const args: [...StepInputs, ...Rest] = [
          reordered(params, 0, order),
          reordered(grads, 1, order),
          ...rest,
        ]
        return { args, answer: (before) => eachArray(before, (array) => reordered(array, 0, order)) }
      },
    },
    {
      name: { en: 'all signs changed', zh: '全部变号' },
      change: (_, params, grads, ...rest) => ({
        args: [negated(params), negated(grads), ...rest],
        answer: (before) =>
          eachArray(before, (array, name) => (name && even.includes(name) ? array : negated(array))),
      }),
    },
  ]
}

function negated({ shape, data }: Nd<'f32'>): Nd<'f32'> {
  return f32(shape, (at) => -(data[at] ?? 0))
}

/** Of a record each field; an array has no name. */
function eachArray<Result extends object>(
  result: Result,
  change: (array: Nd<'f32'>, name?: keyof Result) => Nd<'f32'>,
): Result {
  if ('shape' in result) return change(result as unknown as Nd<'f32'>) as unknown as Result
  const fields = Object.entries(result).map(([name, field]) => [name, change(field, name as keyof Result)])
  return Object.fromEntries(fields)
}
