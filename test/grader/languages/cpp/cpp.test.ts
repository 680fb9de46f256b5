import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { verbatim } from '../../../../src/core/locale.ts'
import { parseSignature } from '../../../../src/core/signature.ts'
import type { Verdict } from '../../../../src/core/verdict.ts'
import { supportFor } from '../../../../src/grader/languages/all-languages.ts'
import type { CppKit } from '../../../../src/grader/languages/cpp/compile/cpp-kit.ts'
import { openFileCache } from '../../../../src/grader/languages/cpp/compile/file-cache.ts'
import { DEFAULT_LIMITS } from '../../../../src/grader/run/limits.ts'
import { processesIn } from '../../../attacks/attack.ts'
import { drawTests } from '../../../drawn-by-commit.ts'
import { buildTestGraders, rightCpp, SCALE_SCORES, submit } from '../../scale-scores.ts'
import { quickCompiler, sharedKit } from './quick-compiler.ts'

drawTests('grader/languages/cpp', 'grader/protocol', 'grader/run', 'grader/walls')

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

/** Compiles longer than anyone waits. */
const BOMB = `template <int D, long P> struct Tree { static constexpr long value = Tree<D - 1, 2 * P>::value + Tree<D - 1, 2 * P + 1>::value; };
template <long P> struct Tree<0, P> { static constexpr long value = 1; };
static_assert(Tree<30, 1>::value > 0);
`

async function verdictOn(source: string, limits = DEFAULT_LIMITS): Promise<Verdict> {
  const { verdict } = await submit({ graderRoot, language: 'cpp', source, limits })
  return verdict
}

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpp-of-tests-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('the starter spells records as structs, and shapes in its comment', () => {
  expect(supportFor('cpp').starter(SCALE_SCORES, 'en')).toMatchInlineSnapshot(`
    "#include "anneal.hpp"

    struct Options {
      int power;
      bool negate;
      std::string name;
    };

    struct ScaleScoresResult {
      double total;
      NdArray<double> scaled;
      NdArray<std::int32_t> kept;
      std::string label;
      bool any;
    };

    /**
     * Scale scores.
     *
     * scores: NdArray<double>, shape {N}
     * options.power: int
     * options.negate: bool
     * options.name: std::string
     * returns.total: double
     * returns.scaled: NdArray<double>, shape {N}
     * returns.kept: NdArray<std::int32_t>, shape {K}
     * returns.label: std::string
     * returns.any: bool
     *
     * Arrays are row-major. Return new arrays, and leave the arguments as they are.
     */
    ScaleScoresResult scale_scores(const NdArray<double>& scores, const Options& options) {
      throw std::logic_error("not implemented");
    }
    "
  `)
})

test('the starter compiles, and says that it is not implemented', async () => {
  expect(await verdictOn(supportFor('cpp').starter(SCALE_SCORES, 'en'))).toMatchObject({
    kind: 'runtime-error',
    message: verbatim('std::logic_error: not implemented'),
  })
})

test('names that C++ keeps for itself get an underscore', () => {
  const signature = parseSignature('(new: f64[N]) -> {class: f64, inner: {union: int}}')
  expect(supportFor('cpp').starter({ ...SCALE_SCORES, signature }, 'en')).toMatch(
    /struct ScaleScoresResultInner \{\n {2}int union_;\n\};\n\nstruct ScaleScoresResult \{\n {2}double class_;\n {2}ScaleScoresResultInner inner;\n\};\n[\s\S]*const NdArray<double>& new_\)/,
  )
})

describe('a right answer is accepted, however it is written', () => {
  test.each([
    ['as the starter has it', rightCpp()],
    ['with a main of its own', `${rightCpp()}\nint main() { return scale_scores({}, {}).any; }\n`],
    [
      'by value',
      rightCpp().replace('const NdArray<double>& scores, const Options&', 'NdArray<double> scores, Options'),
    ],
    [
      'with macros and the whole of std',
      `#define int long long\n#define at index\n${rightCpp().replace('struct Options', 'using namespace std;\n$&').replace('std::int32_t', 'int32_t')}`,
    ],
    ['without the include', rightCpp().replace('#include "anneal.hpp"', '')],
    [
      'members in another order',
      rightCpp()
        .replace('double total; NdArray<double> scaled;', 'NdArray<double> scaled; double total;')
        .replace('return {total, scaled,', 'return {scaled, total,'),
    ],
    [
      'in threads',
      rightCpp({ before: 'std::thread([] {}).join();' }).replace('#include', '#include <thread>\n#include'),
    ],
    [
      'wider numbers than asked for',
      rightCpp().replaceAll('NdArray<std::int32_t> kept', 'NdArray<long long> kept'),
    ],
  ])('%s', async (_, source) => {
    expect(await verdictOn(source)).toMatchObject({ kind: 'accepted', cases: { passed: 16, total: 16 } })
  })
})

test('a wrong answer is told at its smallest case, with the mistake that it makes', async () => {
  expect(await verdictOn(rightCpp({ scaled: 'std::pow(scores.data[at], options.power)' }))).toMatchObject({
    kind: 'wrong-answer',
    diagnosis: { id: 'sign-forgotten' },
  })
})

describe('a result that is not what the signature says is named', () => {
  test.each([
    [
      rightCpp()
        .replace('double total; NdArray', 'std::vector<int> total; NdArray')
        .replace('return {total', 'return {{}'),
      '`total` is a std::vector<int, std::allocator<int> >, expected a double.',
    ],
    [
      rightCpp({ result: '{total, {{3}, {}}, kept, "", true}' }),
      '`scaled` is an array of shape [3] with 0 values in data, expected an NdArray<double>.',
    ],
    [
      rightCpp({ result: '{total, {{-1}, {}}, kept, "", true}' }),
      '`scaled` is an array with a negative length in its shape, expected an NdArray<double>.',
    ],
    [
      rightCpp({ before: 'const_cast<NdArray<double>&>(scores).data.assign(scores.data.size(), 1);' }),
      'The function changed its argument scores: work on a copy.',
    ],
    [
      rightCpp()
        .replace('const NdArray<double>& scores', 'NdArray<double>& scores')
        .replace('  double sign', '  scores.shape = {1, 2};\n  double sign'),
      'The function changed its argument scores: work on a copy.',
    ],
  ])('%#', async (source, summary) => {
    // A checked run has nothing to do with what is named; cpp-crash.test.ts sees what it adds.
    const { verdict } = await submit({ graderRoot, language: 'cpp', source, explains: false })
    expect(verdict).toMatchObject({
      kind: 'invalid-output',
      failure: { summary: { en: summary } },
    })
  })
})

describe('what does not compile is told with the learner’s own file and line, and nothing of the judge’s', () => {
  test.each([
    [
      rightCpp({ before: 'int x = nothing;' }),
      /^(?:scores\.cpp: In function [^\n]*\n)?scores\.cpp:6:11: error: (?:'nothing' was not declared in this scope|use of undeclared identifier 'nothing')\n[^\n]*int x = nothing;/,
    ],
    [
      rightCpp().trimEnd().slice(0, -1),
      /^(?:scores\.cpp: In function [^\n]*\n)?scores\.cpp:\d+:\d+: error: expected '\}'(?: at end of input)?\n/,
    ],
    [
      `int helper(int);\n${rightCpp({ before: 'helper(1);' })}`,
      /^helper\(int\) is declared and used, but not defined\.$/,
    ],
    [
      '#include "anneal.hpp"\nint other;\n',
      /^The file has no function scale_scores: the starter shows how it is called\.$/,
    ],
    [
      '#include "anneal.hpp"\nclass Solution {\n public:\n  int scale_scores() { return 0; }\n};\n',
      /^The file has no function scale_scores: [^\n]* It is a method here: [^\n]*$/,
    ],
    ['#include "helper.h"\n', /^One file is judged alone[^\n]*\nscores\.cpp:1:10: fatal error: '?helper\.h/],
    [
      rightCpp().replace('const Options& options)', 'const Options& options, int more)'),
      /^scale_scores cannot be called as the exercise calls it: (?:too few arguments to function '[^\n]*'|no matching function for call to 'scale_scores')\nIt is called as\n {2}ScaleScoresResult scale_scores\(const NdArray<double>& scores, const Options& options\)$/,
    ],
    [
      rightCpp().replaceAll('label', 'name'),
      /^scale_scores cannot be called as the exercise calls it: (?:'(?:const )?struct ScaleScoresResult' has no member named 'label'|no member named 'label' in 'ScaleScoresResult')\n/,
    ],
    [
      '#include "anneal.hpp"\nstruct Options {};\nvoid scale_scores(const NdArray<double>& scores, const Options& options) {}\n',
      /^scale_scores returns nothing \(void\): return the result; what is printed is no answer\.\nIt is called as\n/,
    ],
    ['#error "read me"\n', /^scores\.cpp:1:2: error: (?:#error )?"read me"/],
    [
      `int table[1 << 24] = {1};\n${rightCpp()}`,
      /^What the compiler makes of the file is larger than 16 MB: fill large arrays while the program runs\.$/,
    ],
    ['#include "scores.cpp"\n', /error: #include nested (?:depth \d+ exceeds maximum|too deeply)/],
    [
      `template <int N> struct Deep { static constexpr int value = Deep<N + 1>::value; };\nint x = Deep<0>::value;\n`,
      /scores\.cpp:1:[\s\S]*template instantiation (?:depth exceeds maximum|exceeded maximum depth)/,
    ],
  ])('%#', async (source, message) => {
    const verdict = await verdictOn(source)
    expect(verdict).toMatchObject({ kind: 'compile-error', message: { en: expect.stringMatching(message) } })
    const told = 'message' in verdict ? verdict.message.en : ''
    expect(told).not.toMatch(/harness|glue\.hpp|\/tmp|anneal_/)
    expect(told.length).toBeLessThan(4100)
  })

  test('and so is a file whose compilation takes more than memory or time', async () => {
    const spin =
      'constexpr long spin() { long n = 0; for (long i = 0; i < 100000000000; i++) n += i; return n; }\nstatic_assert(spin() > 0);\n'
    expect(await verdictOn(spin)).toMatchObject({ kind: 'compile-error' })
    const large = 'constexpr char held[1L << 40] = {1};\nchar taken = held[3];\n'
    expect(await verdictOn(large)).toMatchObject({ kind: 'compile-error' })
  })
})

describe('an end before the answer is told for what it is', () => {
  test.each([
    ['throw std::out_of_range("no such row");', 'runtime-error', /^std::out_of_range: no such row$/],
    ['scores.data.at(1000);', 'runtime-error', /^std::out_of_range: vector::_M_range_check: /],
    ['throw 42;', 'runtime-error', /^int: 42$/],
    ['struct Mine {}; throw Mine();', 'runtime-error', /Mine$/],
    ['*(volatile int*)8 = 1;', 'runtime-error', /SIGSEGV \(segmentation fault: /],
    ['std::abort();', 'runtime-error', /\nThe process was ended by SIGABRT \(abort\) before it answered\.$/],
    [
      '[]() noexcept { throw std::runtime_error("in a noexcept"); }();',
      'runtime-error',
      /SIGABRT[\s\S]*what\(\): +in a noexcept$/,
    ],
    ['std::exit(3);', 'runtime-error', /^The process ended with exit code 3 before it answered\.$/],
    ['throw std::bad_alloc();', 'memory-limit', undefined],
    [
      'std::vector<std::vector<char>> held; for (;;) held.emplace_back(100000000, 1);',
      'memory-limit',
      undefined,
    ],
    ['for (;;) std::puts("flood");', 'output-limit', undefined],
  ])('%s', async (before, kind, message) => {
    const verdict = await verdictOn(rightCpp({ before }))
    expect(verdict.kind).toBe(kind)
    if (message) expect('message' in verdict && verdict.message.en).toMatch(message)
  })

  test('also what there is no room for when it is loaded', async () => {
    const source = `static char huge[1ul << 40];\nchar *at = huge;\n${rightCpp()}`
    expect(await verdictOn(source)).toMatchObject({ kind: 'memory-limit' })
  })

  test('also an endless loop, in a thread or before the function is called', async () => {
    const limits = { ...DEFAULT_LIMITS, requestMs: 200 }
    const spin = 'for (volatile int i = 0;; i = i + 1) {}'
    const sources = [
      rightCpp({ before: spin }),
      `#include <thread>\n${rightCpp({ before: `std::thread([] { ${spin} }).join();` })}`,
      `#include "anneal.hpp"\nstatic int spins = [] { ${spin} return 1; }();\n${rightCpp()}`,
    ]
    for (const source of sources)
      expect(await verdictOn(source, limits)).toMatchObject({ kind: 'time-limit' })
  })

  test('and prints that came before a crash are kept', async () => {
    const { stdout } = await submit({
      graderRoot,
      language: 'cpp',
      source: `#include <iostream>\n${rightCpp({ before: 'std::cout << "one\\n"; std::puts("two"); std::abort();' })}`,
      explains: false,
    })
    expect(stdout).toBe('one\ntwo\n')
  })
})

describe('what was compiled once', () => {
  let cacheRoot: string
  let compiler: string
  let shared: CppKit
  beforeAll(async () => {
    cacheRoot = mkdtempSync(join(tmpdir(), 'anneal-cache-'))
    shared = await sharedKit(graderRoot)
    const folder = mkdtempSync(join(tmpdir(), 'quick-'))
    compiler = await quickCompiler(graderRoot, folder)
    return () => {
      for (const path of [cacheRoot, folder]) rmSync(path, { recursive: true })
    }
  })
  beforeEach(() => {
    vi.stubEnv('CXX', compiler)
    onTestFinished(() => void vi.unstubAllEnvs())
  })
  const grade = (source: string) => submit({ graderRoot, language: 'cpp', source, cacheRoot })
  const kitsIn = (root: string) =>
    readdirSync(join(root, 'cpp')).filter((name) => /^kit-[0-9a-f]{16}$/.test(name))
  const compiled = () =>
    readdirSync(join(cacheRoot, 'cpp'))
      .filter((name) => /^[0-9a-f]{64}\.so$/.test(name))
      .toSorted()

  test('may be removed, but for a part, while a submission is compiled with it: it is made whole, once, and nobody is blamed', async () => {
    await grade(rightCpp())
    const kits = kitsIn(cacheRoot)
    expect(kits).not.toEqual([])
    const place = folderOfTest()
    vi.stubEnv('TMPDIR', place)
    const grading = grade(rightCpp({ before: '"again";' }))
    await expect.poll(() => processesIn(place), { interval: 5 }).not.toEqual([])
    rmSync(join(cacheRoot, 'cpp'), { recursive: true })
    for (const kit of kits) cpSync(join(shared.folder, 'glue.o'), join(cacheRoot, 'cpp', kit, 'glue.o'))
    // Two more ask, one of them twice.
    const gradings = [grading, ...[rightCpp(), rightCpp(), rightCpp({ before: ';' })].map(grade)]
    const verdicts = (await Promise.all(gradings)).map(({ verdict }) => verdict.kind)
    expect(verdicts).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
    expect(readdirSync(join(cacheRoot, 'cpp')).toSorted()).toEqual([
      // The first, had it just been compiled, went with the rest.
      ...compiled(),
      ...kits,
    ])
    expect([2, 3]).toContain(compiled().length)
    const confines = kits.map((kit) => join(cacheRoot, 'cpp', kit, 'confines'))
    expect(confines.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'))).toEqual([
      expect.stringMatching(/^(yes|no)$/),
    ])
  })

  test('is taken from the cache, for this text alone', async () => {
    await grade(rightCpp())
    const before = compiled().length
    const [kit = ''] = kitsIn(cacheRoot).map((name) => join(cacheRoot, 'cpp', name))
    utimesSync(kit, 1, 1)
    expect((await grade(rightCpp({ before: ';;' }))).verdict.kind).toBe('accepted')
    // What is in use is not the first to go.
    expect(statSync(kit).mtimeMs).toBeGreaterThan(1000)
    expect(compiled()).toHaveLength(before + 1)
    expect((await grade(rightCpp({ before: ';;' }))).verdict.kind).toBe('accepted')
    expect(compiled()).toHaveLength(before + 1)
    expect(readdirSync(join(cacheRoot, 'cpp')).filter((name) => !name.endsWith('.so'))).toEqual(
      kitsIn(cacheRoot),
    )
  })

  test('goes again when it was not used for longest', () => {
    const folder = folderOfTest()
    const cache = openFileCache(folder, '.so', { files: 2, bytes: 1000 })
    const from = join(import.meta.dirname, 'cpp.test.ts')
    const small = openFileCache(folder, '.so', { files: 2, bytes: 10 ** 9 })
    for (const key of ['1a', '1b', '1c']) small.keep(key, from)
    // Not each time: it takes long.
    expect(readdirSync(folder)).toHaveLength(3)
    small.keep('0d', from)
    expect(readdirSync(folder)).toHaveLength(2)
    // What is large may not wait.
    cache.keep('1e', from)
    expect(readdirSync(folder)).toEqual([])
    expect(cache.fetch('1e', join(folder, 'copy'))).toBe(false)
  })
})

test('compiling ends with the grading that it is for, and leaves nothing', async () => {
  // The kit, which everybody shares, is made before.
  await verdictOn(rightCpp())
  const place = folderOfTest()
  vi.stubEnv('TMPDIR', place)
  onTestFinished(() => void vi.unstubAllEnvs())
  const superseded = new AbortController()
  const grading = submit({ graderRoot, language: 'cpp', source: BOMB, signal: superseded.signal })
  await expect.poll(() => processesIn(place)).not.toEqual([])
  superseded.abort()
  await expect(grading).rejects.toThrow('aborted')
  expect(readdirSync(place)).toEqual([])
  // What was killed needs a moment to give back what it held.
  await expect.poll(() => processesIn(place), { timeout: 60_000 }).toEqual([])
})

test('a machine without a compiler is told what to install', async () => {
  vi.stubEnv('PATH', folderOfTest())
  vi.stubEnv('CXX', '')
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(supportFor('cpp').findTool()).rejects.toMatchObject({
    message: 'Neither g++ nor clang++ is on the path.',
    remedy:
      'Install a compiler for C++17 or newer (Debian, Ubuntu: apt install g++), or set CXX to its path.',
  })
  vi.stubEnv('CXX', '/nowhere/g++')
  await expect(supportFor('cpp').findTool()).rejects.toMatchObject({
    message: 'CXX names /nowhere/g++, which is not there.',
  })
})

test('a cache in which nothing can be kept is told so, with what names another', async () => {
  const grading = submit({ graderRoot, language: 'cpp', source: rightCpp(), cacheRoot: '/dev/null/cache' })
  await expect(grading).rejects.toMatchObject({
    message: expect.stringMatching(/^Nothing can be kept in \/dev\/null\/cache\/cpp \(/),
    remedy: expect.stringContaining('XDG_CACHE_HOME'),
  })
})

test('a compiler that does not compile is told so', async () => {
  vi.stubEnv('CXX', '/bin/false')
  onTestFinished(() => void vi.unstubAllEnvs())
  const cacheRoot = folderOfTest()
  await expect(submit({ graderRoot, language: 'cpp', source: rightCpp(), cacheRoot })).rejects.toMatchObject({
    message: expect.stringMatching(/^The C\+\+ compiler \/bin\/false does not compile: /),
    remedy: expect.stringContaining('set CXX'),
  })
  expect(readdirSync(join(cacheRoot, 'cpp'))).toEqual([])
})
