import jsep from 'jsep'
import { messageOf } from './error-message.ts'
import { CONSTANTS, DRAWS, FUNCTIONS } from './formula-functions.ts'
import { type Text, verbatim } from './locale.ts'
import { Problem } from './problem.ts'
import type { Random } from './random.ts'
import { unreachable } from './unreachable.ts'

/** A parsed numeric expression. Decks are untrusted: nothing but these nodes is ever evaluated. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Formula }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'choose'; readonly test: Formula; readonly yes: Formula; readonly no: Formula }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] }

export type FormulaScope = ReadonlyMap<string, number>
type Operator = keyof typeof OPERATORS

/** Comparisons give 1 or 0; a condition holds when it is not 0. */
const OPERATORS = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '^': (a: number, b: number) => a ** b,
  '<': (a: number, b: number) => Number(a < b),
  '<=': (a: number, b: number) => Number(a <= b),
  '>': (a: number, b: number) => Number(a > b),
  '>=': (a: number, b: number) => Number(a >= b),
  '==': (a: number, b: number) => Number(a === b),
  '!=': (a: number, b: number) => Number(a !== b),
} as const

const PRECEDENCE: Readonly<Record<Operator, number>> = {
  '==': 1,
  '!=': 1,
  '<': 2,
  '<=': 2,
  '>': 2,
  '>=': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
}

const NAMES_OF_FUNCTIONS = [...FUNCTIONS.keys()].join(', ')
const LONGEST = 400

/** A set of names, or what they stand for. */
export interface KnownNames {
  readonly has: (name: string) => boolean
  readonly keys: () => Iterable<string>
}

/**
 * Parses `floor((n + 2*p - k) / s) + 1`. `^` is the power: it binds to the right and tighter than a sign,
 * so -2^2 is -4.
 * @param known the names that may occur beside pi and e
 * @throws Problem naming the expression and what is wrong in it
 */
export function parseFormula(
  text: string,
  known: KnownNames,
  drawing: 'may-draw' | 'no-draws' = 'no-draws',
): Formula {
  return read(toTree(text), { text, known, drawing })
}

/** The value, possibly not finite. @param random needed only where the formula draws */
export function evaluateFormula(formula: Formula, scope: FormulaScope, random?: Random): number {
  const evaluate = (part: Formula) => evaluateFormula(part, scope, random)
  switch (formula.kind) {
    case 'number':
      return formula.value
    case 'name':
      return scope.get(formula.name) ?? CONSTANTS.get(formula.name) ?? Number.NaN
    case 'negate':
      return -evaluate(formula.of)
    case 'binary':
      return OPERATORS[formula.operator](evaluate(formula.left), evaluate(formula.right))
    case 'choose':
      return evaluate(formula.test) !== 0 ? evaluate(formula.yes) : evaluate(formula.no)
    case 'call': {
      const args = formula.args.map(evaluate)
      const draw = DRAWS.get(formula.name)
      if (draw && random) return draw.draw(random, ...args)
      return FUNCTIONS.get(formula.name)?.apply(...args) ?? Number.NaN
    }
    default:
      return unreachable(formula)
  }
}

/** Whether a name is taken, so that no `let` may define it. */
export function isReserved(name: string): boolean {
  return CONSTANTS.has(name) || FUNCTIONS.has(name) || DRAWS.has(name)
}

jsep.removeAllBinaryOps()
jsep.removeAllUnaryOps()
jsep.removeAllLiterals()
jsep.addUnaryOp('-')
jsep.addUnaryOp('+')
for (const [operator, precedence] of Object.entries(PRECEDENCE)) {
  jsep.addBinaryOp(operator, precedence, operator === '^')
}
// Without a node of its own, (-2)^2 could not be told from -2^2.
jsep.hooks.add('gobble-token', function (env) {
  if (this.char === '(') env.node = { type: 'Group', of: this.gobbleGroup() }
})

function toTree(text: string): jsep.Expression {
  if (text.length > LONGEST) {
    throw problem(
      `${text.slice(0, 40)}…`,
      { en: `it has more than ${LONGEST} characters`, zh: `超过 ${LONGEST} 个字符` },
      { en: 'Split it over several lets.', zh: '请拆成几行 let。' },
    )
  }
  try {
    return jsep(text)
  } catch (cause) {
    throw problem(text, verbatim(messageOf(cause)))
  }
}

interface FormulaReading {
  readonly text: string
  readonly known: KnownNames
  readonly drawing: 'may-draw' | 'no-draws'
}

function read(node: jsep.Expression | undefined, reading: FormulaReading): Formula {
  const tree = node as jsep.CoreExpression | { type: 'Group'; of: jsep.Expression } | undefined
  switch (tree?.type) {
    case 'Group':
      return read(tree.of, reading)
    case 'Literal':
      if (typeof tree.value === 'number') return { kind: 'number', value: tree.value }
      throw problem(reading.text, { en: `${tree.raw} is not a number`, zh: `${tree.raw} 不是数` })
    case 'Identifier':
      return readName(tree.name, reading)
    case 'UnaryExpression':
      return tree.operator === '-'
        ? { kind: 'negate', of: read(tree.argument, reading) }
        : read(tree.argument, reading)
    case 'BinaryExpression':
      return readBinary(tree, reading)
    case 'ConditionalExpression':
      return {
        kind: 'choose',
        test: read(tree.test, reading),
        yes: read(tree.consequent, reading),
        no: read(tree.alternate, reading),
      }
    case 'CallExpression':
      return readCall(tree, reading)
    default:
      throw problem(
        reading.text,
        tree === undefined || (tree.type === 'Compound' && tree.body.length === 0)
          ? { en: 'a value is missing', zh: '缺少一个值' }
          : {
              en: 'only numbers, names, operators and functions are allowed',
              zh: '只能有数、名称、运算符和函数',
            },
      )
  }
}

function readName(name: string, { text, known }: FormulaReading): Formula {
  if (known.has(name) || CONSTANTS.has(name)) return { kind: 'name', name }
  const names = [...known.keys(), ...CONSTANTS.keys()].join(', ')
  throw problem(
    text,
    { en: `the name "${name}" is not defined`, zh: `名称“${name}”没有定义` },
    {
      en: `Define it with a let line above, or use one of: ${names}.`,
      zh: `请在上面用 let 定义它，或改用：${names}。`,
    },
  )
}

function readBinary(tree: jsep.BinaryExpression, reading: FormulaReading): Formula {
  const operator = tree.operator as Operator
  // jsep gives a sign to its operand before it looks for an operator; a power takes the operand first.
  if (operator === '^' && tree.left.type === 'UnaryExpression') {
    const sign = tree.left as jsep.UnaryExpression
    return read({ ...sign, argument: { ...tree, left: sign.argument } }, reading)
  }
  return { kind: 'binary', operator, left: read(tree.left, reading), right: read(tree.right, reading) }
}

function readCall(tree: jsep.CallExpression, reading: FormulaReading): Formula {
  const name = tree.callee.type === 'Identifier' ? String(tree.callee['name']) : ''
  const draw = DRAWS.get(name)
  const arity = draw ?? FUNCTIONS.get(name)
  if (arity === undefined) {
    throw problem(
      reading.text,
      { en: `"${name}" is not a function`, zh: `“${name}”不是函数` },
      { en: `The functions are ${NAMES_OF_FUNCTIONS}.`, zh: `可用的函数：${NAMES_OF_FUNCTIONS}。` },
    )
  }
  if (draw && reading.drawing === 'no-draws') {
    throw problem(
      reading.text,
      { en: `${name}(…) draws a number`, zh: `${name}(…) 会抽取一个数` },
      { en: 'Draw it in a let line and use its name here.', zh: '请在 let 行里抽取，在这里用它的名称。' },
    )
  }
  const count = tree.arguments.length
  if (count < arity.least || count > arity.most) {
    const { least, most } = arity
    throw problem(reading.text, {
      en: `${name} takes ${least === most ? least : `${least} to ${most}`} argument${most === 1 ? '' : 's'}, not ${count}`,
      zh: `${name} 需要 ${least === most ? least : `${least} 到 ${most}`} 个参数，而不是 ${count} 个`,
    })
  }
  return { kind: 'call', name, args: tree.arguments.map((argument) => read(argument, reading)) }
}

const EXAMPLE: Text = {
  en: 'Write it like floor((n + 2*p - k) / s) + 1.',
  zh: '请写成 floor((n + 2*p - k) / s) + 1 的形式。',
}

function problem(text: string, why: Text, remedy = EXAMPLE): Problem {
  return new Problem(
    { en: `Expression "${text}": ${why.en}.`, zh: `表达式“${text}”：${why.zh}。` },
    { remedy },
  )
}
