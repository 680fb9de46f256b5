import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Verdict } from '../../../../../src/core/verdict.ts'
import { readReport } from '../../../../../src/grader/languages/cpp/checks/read-report.ts'
import { tellMistake } from '../../../../../src/grader/languages/cpp/checks/tell-mistake.ts'
import { tellUnset } from '../../../../../src/grader/languages/cpp/checks/tell-unset.ts'
import { DEFAULT_LIMITS } from '../../../../../src/grader/run/limits.ts'
import { gradingFields } from '../../../../../src/output/json/grading-json.ts'
import { processesIn } from '../../../../attacks/attack.ts'
import { drawTests } from '../../../../drawn-by-commit.ts'
import { buildTestGraders, rightCpp, SCALE_SCORES, submit } from '../../../scale-scores.ts'
import { quickCompiler } from '../quick-compiler.ts'

drawTests('grader/languages/cpp', 'grader/protocol', 'grader/run', 'grader/walls')

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

async function verdictOn(source: string): Promise<Verdict> {
  const { verdict } = await submit({ graderRoot, language: 'cpp', source, limits: DEFAULT_LIMITS })
  return verdict
}

describe('a crash is told with the learner’s own line and what it did there', () => {
  test.each([
    [
      'volatile int k = -1; volatile double x = scores.data[k];',
      'uses index -1 of a container that is empty.',
      '使用了下标 -1，但容器是空的。',
    ],
    [
      'std::vector<int> v(3); volatile int x = v[scores.data.size() + 4000000];',
      'uses index 4000000 of a container that has 3 elements.',
      '使用了下标 4000000，但容器只有 3 个元素。',
    ],
    ['volatile int* volatile p = nullptr; *p = 1;', 'uses a null pointer.', '使用了空指针。'],
    [
      'volatile int zero = 0; volatile int x = 7 / zero;',
      'divides a whole number by zero.',
      '处整数除以零。',
    ],
    [
      'std::function<int(int)> f = [&](int n) { volatile char pad[64]; pad[0] = 1; return f(n + 1) + pad[0]; }; f(1);',
      'calls itself without end: the stack is full.',
      '的递归没有终止：栈溢出。',
    ],
    [
      'int* volatile p = new int[4]; for (int i = 0; i < 64; i++) p[i] = -1; delete[] p;',
      'writes index 4 of an array that has 4 elements of 4 bytes.',
      '写入了下标 4，但数组只有 4 个元素（每个 4 字节）。',
    ],
    [
      '[]() noexcept { throw std::runtime_error("out"); }();',
      'lets an exception go where nothing can catch it: a thread, a destructor, a noexcept function or the initialiser of a global.',
      '抛出的异常无处可捕获：它在线程、析构函数、noexcept 函数或全局变量的初始化中。',
    ],
    [
      'volatile int big = 2147483647; volatile int at = big + 1; volatile double x = scores.data[at];',
      'uses index -2147483648 of a container that is empty. Before that, a whole number overflowed at scores.cpp:6.',
      '使用了下标 -2147483648，但容器是空的。在此之前，scores.cpp:6 发生了整数溢出。',
    ],
  ])('%s', async (before, en, zh) => {
    const verdict = await verdictOn(rightCpp({ before }))
    expect(verdict.kind).toBe('runtime-error')
    const message = verdict.kind === 'runtime-error' ? verdict.message : undefined
    expect(message?.en.split('\n')[0]).toBe(`scores.cpp:6 ${en}`)
    expect(message?.zh.split('\n')[0]).toBe(`scores.cpp:6 ${zh}`)
    expect(message?.en.split('\n')[1]).toBe(`  ${before.slice(0, 120)}`)
    expect(message?.en.split('\n')[2]).toMatch(/^The process was ended by SIG/)
  })

  test('also while the file is loaded', async () => {
    const source = `#include "anneal.hpp"\nstatic int* volatile nothing = nullptr;\nstatic int early = *nothing;\nint used() { return early; }\n${rightCpp({ before: 'used();' })}`
    expect(await verdictOn(source)).toMatchObject({
      kind: 'compile-error',
      message: { en: expect.stringContaining('scores.cpp:3 uses a null pointer.\n') },
    })
  })

  test('and where one case breaks what another falls over', async () => {
    const before =
      'static int* volatile held = nullptr; if (!held) { held = new int[2]; held[7] = -1; } else if (scores.data.size() > 1) std::abort();'
    expect(await verdictOn(rightCpp({ before }))).toMatchObject({
      kind: 'runtime-error',
      message: { en: expect.stringContaining('scores.cpp:6 writes index 7 of an array that has 2 elements') },
    })
  })
})

describe('a wrong output that comes from outside an array', () => {
  const source = rightCpp({ scaled: 'sign * std::pow(scores.data[at + 1], options.power)' })

  test('is told so, and stays a wrong output', async () => {
    const grading = await submit({ graderRoot, language: 'cpp', source, limits: DEFAULT_LIMITS })
    const { verdict } = grading
    const failure = verdict.kind === 'wrong-answer' ? verdict.failure : undefined
    expect(failure?.note?.en).toMatch(
      /^scores\.cpp:11 uses index (\d+) of a container that has \1 elements?\.\n {2}scaled\.data\[at\] = /,
    )
    expect(gradingFields(SCALE_SCORES.id, grading, 'zh')).toMatchObject({
      firstFailure: {
        note: expect.stringMatching(/^scores\.cpp:11 使用了下标 \d+，但容器只有 \d+ 个元素。/),
      },
    })
  })

  test('is not looked for where a known mistake says why', async () => {
    const known = rightCpp({ scaled: 'std::pow(scores.data[at], options.power)' })
    const verdict = await verdictOn(known)
    expect(verdict).toMatchObject({ kind: 'wrong-answer', diagnosis: { id: 'sign-forgotten' } })
    expect(verdict.kind === 'wrong-answer' && verdict.failure.note).toBeUndefined()
  })

  test('is told nothing where nothing is undefined', async () => {
    const verdict = await verdictOn(rightCpp({ scaled: '1.5' }))
    expect(verdict.kind).toBe('wrong-answer')
    expect(verdict.kind === 'wrong-answer' && verdict.failure.note).toBeUndefined()
  })
})

describe('what is read before it has a value', () => {
  async function noteOn(source: string): Promise<string | undefined> {
    const verdict = await verdictOn(source)
    return verdict.kind === 'wrong-answer' ? verdict.failure.note?.en : verdict.kind
  }
  const added = 'total += 1 + x; return '

  test('is told with the line that declares it', async () => {
    expect(await noteOn(rightCpp({ before: 'double x;' }).replace('return ', added))).toBe(
      'scores.cpp:6 declares x, which is read before it has a value: what lies in memory then is chance.\n  double x;',
    )
  })

  test('and without, where the compiler does not warn of it', async () => {
    const before = 'double v[40]; v[scores.data.size() + 1] = 0; double x = v[scores.data.size()];'
    expect(await noteOn(rightCpp({ before }).replace('return ', added))).toMatch(
      /^Something is read before it has a value: /,
    )
  })

  test('but not of a program that asks the clock', async () => {
    const before = 'double x = std::chrono::steady_clock::now().time_since_epoch().count();'
    const source = rightCpp({ before }).replace('return ', added)
    expect(await noteOn(`#include <chrono>\n${source}`)).toBeUndefined()
  })

  test.each([
    ["/tmp/f/a.cpp:2:7: warning: 'x' is used uninitialized [-Wuninitialized]", 2],
    [
      "/usr/include/c++/12/bits/stl_algobase.h:9:1: warning: 'x' may be used uninitialized in this function\n  9 | y\na.cpp:3:5: note: 'x' was declared here",
      3,
    ],
    [
      "a.cpp:1:7: warning: variable 'x' is uninitialized when used here\na.cpp:2:4: note: initialize the variable 'x' to silence this warning",
      2,
    ],
    ["/usr/include/other.h:2:7: warning: 'x' is used uninitialized", undefined],
    ["a.cpp:99:7: warning: 'x' is used uninitialized", undefined],
  ])('%s', (warnings, line) => {
    const said = tellUnset(warnings, { fileName: 'a.cpp', source: 'one\ntwo\nthree' })?.en
    expect(said).toMatch(
      line === undefined ? /^Something is read/ : new RegExp(`^a\\.cpp:${line} declares x, `),
    )
  })
})

describe('a fraction that whole numbers cut off', () => {
  const sum = (first: string) => `std::accumulate(scaled.data.begin(), scaled.data.end(), ${first})`
  async function noteOn(source: string): Promise<string | undefined> {
    const verdict = await verdictOn(source)
    return verdict.kind === 'wrong-answer' ? verdict.failure.note?.en : verdict.kind
  }
  const ending = (total: string) => rightCpp().replace('return ', `${total} return `)

  test.each([
    [
      'a sum',
      ending(`total = ${sum('0')};`),
      'scores.cpp:16 adds up in whole numbers, for the sum has the type of its first value: with 0.0 in place of 0 this case passes.\n  total = ',
    ],
    [
      'the second quotient',
      ending('volatile int two = 4 / 2; total = total * (1 / two) * 2;'),
      'scores.cpp:16 divides whole numbers, which cuts the fraction off: with 1.0 in place of 1 this case passes.\n  ',
    ],
    [
      'a variable',
      ending('auto sum = 0; for (double one : scaled.data) sum += one; total = sum;'),
      'scores.cpp:16 keeps sum as a whole number, which cuts fractions off: as a double this case passes.\n  ',
    ],
    [
      'a function',
      ending('total = whole(total);').replace(
        'ScaleScoresResult scale',
        'int whole(double v) { return v; }\nScaleScoresResult scale',
      ),
      'scores.cpp:5 lets whole return a whole number, which cuts the fraction off: as a double this case passes.\n  ',
    ],
    [
      'two sums at once',
      ending(`total = (${sum('0')} + ${sum('0')}) / 2;`),
      'scores.cpp:16 adds up in whole numbers, for ',
    ],
  ])('is told with its line: %s', async (_, source, note) => {
    expect((await noteOn(source))?.slice(0, note.length)).toBe(note)
  })

  test('but not where it is cut off on purpose and something else is wrong', async () => {
    expect(await noteOn(ending('int whole = 0; whole += 3; total = total + 1;'))).toBeUndefined()
  })
})

test.each([
  ['static const bool gone = [] { std::exit(3); return true; }();', /exit code 3/],
  [
    'static const bool out = [] { throw std::runtime_error("mine"); return true; }();',
    /initialiser of a global[\s\S]*what\(\): +mine/,
  ],
])('what cannot be loaded counts as what does not compile: %s', async (before, message) => {
  const verdict = await verdictOn(rightCpp({}).replace(/^(#include .*\n)/m, `$1${before}\n`))
  expect(verdict).toMatchObject({
    kind: 'compile-error',
    message: { en: expect.stringMatching(message), zh: expect.stringContaining('文件无法加载') },
  })
})

test('a compiler without sanitizers leaves the message of the system', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plain-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const compiler = await quickCompiler(graderRoot, folder, 'case "$*" in *sanitize*) exit 1;; esac')
  vi.stubEnv('CXX', compiler)
  onTestFinished(() => void vi.unstubAllEnvs())
  const source = rightCpp({ before: '*(volatile int*)8 = 1;' })
  const { verdict } = await submit({ graderRoot, language: 'cpp', source, cacheRoot: folder })
  expect(verdict).toMatchObject({
    kind: 'runtime-error',
    message: { en: expect.stringMatching(/^The process was ended by SIGSEGV/) },
  })
  expect(readdirSync(join(folder, 'cpp')).filter((name) => !name.startsWith('kit-'))).toEqual([
    expect.stringMatching(/\.so$/),
  ])
})

test('what crashes only without checks keeps the message of the system', async () => {
  const before = '\n#ifndef _GLIBCXX_DEBUG\n*(volatile int*)8 = 1;\n#endif\n'
  expect(await verdictOn(rightCpp({ before }))).toMatchObject({
    kind: 'runtime-error',
    message: { en: expect.stringMatching(/^The process was ended by SIGSEGV/) },
  })
})

test('a grading that is not wanted any more ends while a crash is looked into', async () => {
  const before = '\n#ifdef _GLIBCXX_DEBUG\nvolatile int on = 1; while (on) {}\n#endif\n*(volatile int*)8 = 1;'
  const source = rightCpp({ before })
  // Compiled before: what runs now is the search, which need not have been long.
  const limits = { ...DEFAULT_LIMITS, requestMs: 200 }
  expect((await submit({ graderRoot, language: 'cpp', source, limits })).verdict.kind).toBe('runtime-error')
  const place = mkdtempSync(join(tmpdir(), 'crashes-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  vi.stubEnv('TMPDIR', place)
  onTestFinished(() => void vi.unstubAllEnvs())
  const superseded = new AbortController()
  const grading = submit({ graderRoot, language: 'cpp', source, signal: superseded.signal })
  // What a sanitizer maps beside the memory of its program.
  const checked = () => processesIn(place).filter((pid) => mappedKb(pid) > 2 ** 30)
  await expect.poll(checked).not.toEqual([])
  superseded.abort()
  await expect(grading).rejects.toThrow('aborted')
  expect(readdirSync(place)).toEqual([])
  await expect.poll(() => processesIn(place), { timeout: 60_000 }).toEqual([])
})

function mappedKb(pid: string): number {
  return Number(/^VmSize:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
}

describe('a report that a program forges', () => {
  const source = 'one\n  two\x1b[2J\nthree'

  function told(said: string): string | undefined {
    const mistake = readReport(said, 'a.cpp')
    return mistake && tellMistake(mistake, 'a.cpp', source)?.en
  }

  test('says no more than a number and a line that is there', () => {
    expect(told('a.cpp:2:1: runtime error: division by zero\x1b[2J EVIL')).toBe(
      'a.cpp:2 divides a whole number by zero.\n  two',
    )
    expect(told('a.cpp:99:1: runtime error: division by zero')).toBeUndefined()
    expect(told('a.cpp:0:1: runtime error: division by zero')).toBeUndefined()
    expect(told('b.cpp:2:1: runtime error: division by zero')).toBeUndefined()
  })

  test('or one short line without control characters', () => {
    const said = `Error: ${'x'.repeat(500)}\x1b[31m\x07\u202e\n\n==1==ERROR: AddressSanitizer: ABRT\n    #0 0x1 /tmp/a.cpp:2\n`
    expect(told(said)).toBe(`a.cpp:2 breaks a rule of the standard library: ${'x'.repeat(120)}\n  two`)
  })

  test('may be anything else: then it says nothing', () => {
    for (const said of [
      '',
      '==1==ERROR: AddressSanitizer: ',
      '    #0 0x1 a.cpp:2',
      'runtime error: ',
      '\0'.repeat(100),
    ])
      expect(told(said)).toBeUndefined()
  })
})
