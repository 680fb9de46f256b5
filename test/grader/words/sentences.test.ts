import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Text, verbatim } from '../../../src/core/locale.ts'
import * as ofPython from '../../../src/grader/languages/python/python-sentences.ts'
import { ODD_FORMS, type OddForm, oddValue, readOdd } from '../../../src/grader/protocol/odd-value.ts'
import * as ofEndings from '../../../src/grader/words/ending-sentences.ts'
import * as ofLoading from '../../../src/grader/words/loading-sentences.ts'
import { oddWords } from '../../../src/grader/words/odd-words.ts'
import * as ofRuns from '../../../src/grader/words/sentences.ts'

const sentences = { ...ofRuns, ...ofEndings, ...ofLoading, ...ofPython }

const {
  atTheEdge,
  cannotBeCalled,
  returnsNothing,
  changedArgument,
  compilerEnded,
  compilerExited,
  compiledTooLarge,
  compilingTookMoreThan,
  differs,
  distinguishing,
  endedBySignal,
  exited,
  madeSmaller,
  mistakeMade,
  mistakesMade,
  noFunction,
  notCompiledWithin,
  notDefined,
  notInstalled,
  notStarted,
  onlyWhere,
  randomCase,
  relatedCase,
  returnedInstead,
  shapeDiffers,
  threw,
  threwValue,
  tooManyThreads,
} = sentences

const SIGNALS = ['SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGABRT', 'SIGKILL']

/** Each of them once at least: a new one must come here too, for its name is a key. */
const SAID: { readonly [name in keyof typeof sentences]: readonly Text[] } = {
  randomCase: [randomCase(7)],
  relatedCase: [relatedCase(1, { en: 'mirrored', zh: '左右镜像' })],
  madeSmaller: [madeSmaller(randomCase(7))],
  distinguishing: [distinguishing(2)],
  SPEED_TEST_INPUT: [sentences.SPEED_TEST_INPUT],
  notInstalled: [notInstalled('PyTorch')],
  differs: [differs('result[3]', '0.5', '0.25')],
  shapeDiffers: [shapeDiffers('result', '[3]', '[4]')],
  onlyWhere: ['eps 不小于 1', '图像不是正方形'].map((zh) =>
    onlyWhere({ en: 'eps is large', zh }, { wrong: 2, cases: 3, others: 4 }),
  ),
  mistakeMade: ['均值滤波', 'Adam，但没有 eps'].map((zh) => mistakeMade({ en: 'another', zh })),
  mistakesMade: [undefined, { en: "VOC's protocol", zh: 'VOC 的协议' }].flatMap((profile) =>
    [[{ en: 'one', zh: '均值' }], [verbatim('+1'), { en: 'two', zh: '中值' }]].flatMap((mistakes) =>
      [true, false].map((isWhole) => mistakesMade(mistakes, { isWhole, profile })),
    ),
  ),
  LAST_DIGITS_WRONG: [sentences.LAST_DIGITS_WRONG],
  OUTPUT_DIFFERS: [sentences.OUTPUT_DIFFERS],
  returnedInstead: [
    returnedInstead(undefined, verbatim('None'), verbatim('dict')),
    returnedInstead('scaled', verbatim('None'), verbatim('dict')),
  ],
  lacksField: [sentences.lacksField('state', 'm', verbatim('dict'))],
  wouldBeLost: [
    sentences.wouldBeLost(
      'result[3]',
      '2.5',
      { en: 'a whole number', zh: '32 位整数' },
      { en: 'round it', zh: '请取整' },
    ),
  ],
  convertedRemark: [['data'], ['params', 'm']].map((members) =>
    sentences.convertedRemark(members, oddWords(oddValue('type', 'list')), verbatim('dict')),
  ),
  narrowedRemark: [
    sentences.narrowedRemark('m', oddWords(oddValue('array-of', 'int64', 'numpy')), verbatim('dict'), {
      en: 'fractions',
      zh: '小数部分',
    }),
  ],
  otherOrder: [sentences.otherOrder(['a', 'b'], ['b', 'a'])],
  notOfBytes: [sentences.notOfBytes('mask')],
  heldAlike: [sentences.heldAlike(['m', 'v'])],
  arrayHolds: [sentences.arrayHolds('layers')],
  RETURNED_SOMETHING_ELSE: [sentences.RETURNED_SOMETHING_ELSE],
  changedArgument: [changedArgument('image')],
  CHANGED_LATER: [sentences.CHANGED_LATER],
  DEPENDS_ON_EARLIER: [sentences.DEPENDS_ON_EARLIER],
  READS_UNSET: [sentences.READS_UNSET],
  threw: [threw('RangeError')],
  threwValue: [threwValue('3')],
  THREW_UNREADABLE: [sentences.THREW_UNREADABLE],
  NO_ANSWER: [sentences.NO_ANSWER],
  exited: [exited(3)],
  tooManyThreads: [tooManyThreads(512)],
  endedBySignal: SIGNALS.map(endedBySignal),
  FORGED: [sentences.FORGED],
  notStarted: [notStarted('ENOMEM')],
  STOPPED: [sentences.STOPPED],
  noFunction: [noFunction('adam'), noFunction('adam', sentences.IN_CLASS)],
  IN_CLASS: [sentences.IN_CLASS],
  IN_NAMESPACE: [sentences.IN_NAMESPACE],
  IS_NOTEBOOK: [sentences.IS_NOTEBOOK],
  IS_FENCED: [sentences.IS_FENCED],
  NOTEBOOK_COMMANDS: [sentences.NOTEBOOK_COMMANDS],
  CONSOLE_PROMPTS: [sentences.CONSOLE_PROMPTS],
  calledOtherwise: [sentences.calledOtherwise('l1norm')],
  NOT_EXPORTED: [sentences.NOT_EXPORTED],
  DEFAULT_EXPORT: [sentences.DEFAULT_EXPORT],
  HELPER_IS_MISSING: [sentences.HELPER_IS_MISSING],
  THROWS: [sentences.THROWS],
  ENDS: [sentences.ENDS],
  NESTED_TOO_DEEPLY: [sentences.NESTED_TOO_DEEPLY],
  returnsNothing: [returnsNothing('adam', 'int adam(int n)')],
  cannotBeCalled: [cannotBeCalled('adam', undefined, 'int adam(int n)')],
  notDefined: [notDefined(['spin()', 'turn()'])],
  compilerExited: [compilerExited(1)],
  compiledTooLarge: [compiledTooLarge(16)],
  notCompiledWithin: [notCompiledWithin(10)],
  compilingTookMoreThan: [compilingTookMoreThan(1024)],
  compilerEnded: [compilerEnded('killed')],
  TELLS_NO_SIDE: [sentences.TELLS_NO_SIDE],
  elementByElement: [sentences.elementByElement({ line: 3, array: 'boxes', percent: 80 })],
  WHOLE_ARRAYS: [sentences.WHOLE_ARRAYS],
  atTheEdge: [
    atTheEdge([{ ratio: 3.93, budget: 4 }], 1.1),
    atTheEdge(
      [
        { ratio: 3.93, budget: 4 },
        { label: 'ksize 5 -> 25', ratio: 8.2, budget: 8 },
      ],
      1.1,
    ),
  ],
}

describe('what the judge says', () => {
  test.each(Object.entries(SAID).flatMap(([name, texts]) => texts.map(({ en, zh }) => ({ name, en, zh }))))(
    '$name: $en',
    ({ en, zh }) => {
      expect(en).not.toMatch(/[\p{Script=Han}，。：]/u)
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(zh.replace('int adam(int n)', '')).not.toMatch(/[a-z]+ [a-z]+/i)
      // As Chinese is set: its own marks, and a space between it and Latin letters or digits.
      expect(zh).not.toMatch(/\p{Script=Han}[,;:!?()]|[a-z0-9]\p{Script=Han}|\p{Script=Han}[a-z0-9]/iu)
    },
  )

  test.each([
    ['list', '函数返回 list，应返回整数。'],
    ['字符串', '函数返回字符串，应返回整数。'],
  ])('stands apart from Latin letters alone: %s', (got, sentence) => {
    expect(returnedInstead(undefined, verbatim(got), verbatim('整数')).zh).toBe(sentence)
  })
})

describe('a value that no signature allows', () => {
  const given = (form: OddForm) =>
    returnedInstead(undefined, oddWords(oddValue(form, 'int8', '3')), verbatim('int'))

  test.each(ODD_FORMS.map((form) => ({ form, ...given(form) })))('$form: $en', ({ en, zh }) => {
    expect(en).toMatch(/^The function returned \S.*, expected int\.$/)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(zh).toMatch(/^函数返回.+，应返回 int。$/)
    expect(zh).not.toMatch(/[a-z]+ [a-z]+/i)
    expect(zh).not.toMatch(/\p{Script=Han}[,;:!?()a-z0-9]|[a-z0-9]\p{Script=Han}/iu)
  })

  test('is read whatever a process sends, and never long', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.tuple(fc.constantFrom(...ODD_FORMS), fc.jsonValue())),
        (sent) => {
          const { en, zh } = oddWords(readOdd(sent))
          expect(Math.max(en.length, zh.length)).toBeLessThan(400)
        },
      ),
    )
    expect(readOdd(['type', 'x'.repeat(10_000)]).details[0]).toHaveLength(150)
    expect(readOdd(['type', [[['deep']]], 'more', 'too many'])).toEqual(oddValue('type', '', 'more'))
    expect(readOdd('a Proxy').form).toBe('unreadable')
    expect(readOdd(['constructor']).form).toBe('unreadable')
  })
})
