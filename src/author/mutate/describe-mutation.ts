import { formatFault } from '../../core/fault.ts'
import type { Mutation } from './mutate-exercise.ts'
import type { ReferenceMutant } from './reference-mutant.ts'
import type { Stale, Survival } from './settle-mutants.ts'

export interface MutationLines {
  /** So many things are not as they should be. */
  readonly wrong: number
  readonly lines: readonly string[]
}

/** What a mutation found, a summary first. @param folder `graders/ID`, as the author finds it */
export function describeMutation(id: string, folder: string, mutation: Mutation): MutationLines {
  if (mutation.kind === 'unusable')
    return { wrong: 1, lines: [`${id}: no mutant can be tried: ${mutation.why}`] }
  const { mutants, equivalent, survivors, stale, faults } = mutation
  const findings = [
    ...survivors.map(({ mutant, survival }) => describeSurvivor(folder, mutant, survival)),
    ...stale.map((one) => describeStale(folder, one)),
    ...faults.map((fault) => [formatFault(fault)]),
  ]
  return {
    wrong: findings.length,
    lines: [`${id}: ${summary(mutants, equivalent, survivors.length)}`, ...findings.flatMap(indented)],
  }
}

function summary(mutants: number, equivalent: number, survivors: number): string {
  const told = survivors === 0 ? 'all told from the reference' : `${survivors} not told from the reference`
  return `${mutants} mutants, ${told}, ${equivalent} equivalent`
}

function describeSurvivor(folder: string, mutant: ReferenceMutant, survival: Survival): readonly string[] {
  const { operator, file, line, nth, was, is } = mutant
  const which = nth === 1 ? operator : `${operator}, nth: ${nth}`
  return [`${folder}/${file}:${line} (${which})`, `- ${was}`, `+ ${is}`, hint(operator, survival)]
}

/** What kind of case would tell it. */
function hint(operator: string, { isReached, seeds }: Survival): string {
  if (!isReached) return 'No case comes to this place: add one that does, or take the code away.'
  if (seeds > 0)
    return `Random cases tell it with ${seeds} seeds only: add a hand-made case, or draw more of them.`
  return `Wanted: ${WANTED[operator] ?? 'a case in which the two differ'}.`
}

const WANTED: { readonly [operator: string]: string } = {
  ArithmeticOperator: 'a case in which the other operand is neither 0 nor 1',
  ArrayDeclaration: 'a case whose result depends on what the array holds',
  ArrowFunction: 'a case whose result depends on what the function returns',
  AssignmentOperator: 'a case in which the assigned amount is neither 0 nor 1',
  BlockStatement: 'a case whose result depends on what the block does',
  BooleanLiteral: 'a case for each of true and false',
  CallExpression: 'a case whose result depends on what the call does',
  ConditionalExpression: 'a case for each way the condition can turn out, which matters to the result',
  EqualityOperator: 'a case in which both sides are equal, and it matters to the result',
  LogicalOperator: 'a case in which just one of the two conditions holds',
  MethodExpression: 'a case in which the call changes something: an order, a length, the lesser of two',
  ObjectLiteral: 'a case whose result depends on what the object holds',
  OptionalChaining: 'a case in which there is nothing before the ?.',
  Regex: 'a text that only one of the two patterns matches',
  StringLiteral: 'a case whose result depends on the text',
  UnaryOperator: 'a case in which the operand is not 0',
  UpdateOperator: 'a case in which it counts further than once',
}

function describeStale(folder: string, { entry, toldBy }: Stale): readonly string[] {
  const which = entry.nth === 1 ? '' : `, nth: ${entry.nth}`
  const why = toldBy === undefined ? 'No such mutant is made' : `It is told from the reference by "${toldBy}"`
  return [
    `${folder}/equivalent.yaml (${entry.file}${which})`,
    `- ${entry.was}`,
    `+ ${entry.is}`,
    `${why}: take the entry out.`,
  ]
}

function indented([head = '', ...rest]: readonly string[]): readonly string[] {
  return [`  ${head}`, ...rest.map((line) => `    ${line}`)]
}
