import { expect, test } from 'vitest'
import type { Language } from '../../../src/core/exercise.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import { supportFor } from '../../../src/grader/languages/all-languages.ts'
import { codeAlone } from '../../../src/grader/protocol/code-text.ts'

const SIGNATURE = parseSignature('(gtBoxes: f32[N,4], scores: f32[N], iouLimit: f64) -> i32[K]')

function told(language: Language, source: string): string | undefined {
  const { functionName, lexis, tellMistaken } = supportFor(language)
  return tellMistaken?.(codeAlone(source, lexis), functionName('keep-boxes' as never), SIGNATURE)?.en
}

const ORDER = 'The arguments come in the order '

test.each<[Language, string]>([
  [
    'py',
    'def keep_boxes(\n    scores: np.ndarray,\n    gt_boxes, # the truth\n    iou_limit=(0.5, 1)[0],\n):\n    pass',
  ],
  ['py', 'def keep_boxes(gtBoxes, limit, scores): pass'],
  ['js', 'export function keepBoxes({ data }, iouLimit, scores) {}'],
  ['js', 'export const keepBoxes = (scores, gtBoxes, iouLimit) => []'],
  [
    'ts',
    'export function keepBoxes(\n  scores: Map<string, number[]>,\n  gtBoxes: { shape: number[]; data: Float32Array },\n): (at: number) => void {}',
  ],
  [
    'cpp',
    'NdArray<int32_t> keep_boxes(const NdArray<float>& scores, const NdArray<float> &gt_boxes, double iou_limit = 0.5) {\n  return keep_boxes(gt_boxes, scores, 1);\n}',
  ],
  ['cpp', 'auto keep_boxes(NdArray<float> gtBoxes, double iou_limit, auto scores) -> NdArray<int32_t>\n{'],
])('%s: %s has its parameters in another order', (language, source) => {
  expect(told(language, source)).toMatch(ORDER)
})

test.each<[Language, string]>([
  ['py', 'def keep_boxes(gt_boxes, scores, iou_limit): pass'],
  ['py', 'def keep_boxes(boxes, conf, thr, *rest, scores=None): pass\ndef other(scores, gt_boxes): pass'],
  ['py', '# def keep_boxes(scores, gt_boxes):\ndef keep_boxes(*args): pass'],
  ['js', 'export function keepBoxes(a, b, c) { return a.data.length + b.shape[0] }'],
  ['js', "export function keepBoxes(a, b) { const { data } = a; return b['data'][0] + a.length }"],
  ['js', 'export function keepBoxes({ data: a }, b) { return a.length + a[0] }'],
  ['js', 'export function keepBoxes(a, b, c) { return (c.length, own.a.length, aa[0]) }'],
  ['cpp', 'int f() { if (keep_boxes(scores, gt_boxes)) { return 1; } return keep_boxes(scores, gt_boxes); }'],
  ['cpp', 'NdArray<int> keep_boxes(NdArray<float> gt_boxes, NdArray<float> scores, double limit) {}'],
])('%s: nothing is said of %s', (language, source) => {
  expect(told(language, source)).toBeUndefined()
})

test.each([
  [
    'namespace own {\nNdArray<int> keep_boxes(const NdArray<float>& boxes) {}\n}',
    /^It stands in a namespace here/,
  ],
  [
    'struct Boxes {\n  int x;\n  static int keep_boxes(int n) const { return n; }\n};',
    /^It is a method here/,
  ],
  [
    'namespace own { int f() {} class A {}; }\nint g() { auto keep_boxes = [](int n) { return n; }; }',
    undefined,
  ],
  ['namespace own { int f() { return keep_boxes(1); } }', undefined],
])('cpp: within what the function stands that nobody finds in %s', (code, told) => {
  const said = supportFor('cpp').findMisplaced?.(code, 'keep_boxes')?.en
  expect(said ?? '').toMatch(told ?? /^$/)
})

test.each([
  ['def keep_seen(seen, scores):\n    return scores * ~seen', true],
  ['def keep_seen(mask, scores):\n    rest = ~ mask & (scores > 0)', true],
  ['def keep_seen(seen, scores):\n    seen = seen.astype(bool)\n    return ~seen', false],
  ['def keep_seen(seen, scores):\n    return ~seen.astype(bool) | ~(seen == 1) | ~seen[0] | ~scores', false],
])('py: %s takes bytes for truths: %s', (source, isTold) => {
  const { lexis, tellMistaken } = supportFor('py')
  const signature = parseSignature('(seen: u8[N], scores: f32[N]) -> f32[N]')
  const said = tellMistaken?.(codeAlone(source, lexis), 'keep_seen', signature)?.en
  if (isTold) expect(said).toMatch(/^`\w+` holds uint8, not bool: `~\w+` is 255 where/)
  else expect(said).toBeUndefined()
})

test.each([
  'export function keepBoxes(a, b) { for (let i = 0; i < b.length; i++) sum += a.data[i] }',
  'export const keepBoxes = (a, b) => a.data.map((_, i) => b[i])',
  'export function keepBoxes(a, b) { for (const one of b) use(one, a.shape, a.data) }',
])('js: %s takes an array for its numbers', (source) => {
  expect(told('js', source)).toMatch(/^`b` is `\{ shape, data \}`: /)
})
