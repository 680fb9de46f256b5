import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { layoutMath, mathFaults, renderMath } from '../../src/core/mathematics.ts'

const latex = String.raw

describe('a formula in one line', () => {
  test.each<[string, string]>([
    [latex`\frac{1}{\sqrt{d_k}}`, '1/√dₖ'],
    [latex`\sum_{i=1}^{n} x_i`, '∑ᵢ₌₁ⁿ xᵢ'],
    [latex`\beta_1^t`, 'β₁ᵗ'],
    [latex`\text{softmax}(Q K^{\top} / \sqrt{d_k}) V`, 'softmax(QKᵀ/√dₖ)V'],
    [latex`m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t`, 'mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ'],
    [latex`\theta_t - \eta \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}`, 'θₜ − η · m̂ₜ/(√v̂ₜ + ε)'],
    [latex`-(1-p_t)^\gamma \log(p_t)`, '−(1 − pₜ)ᵞ log(pₜ)'],
    [latex`-\log p`, '−log p'],
    [latex`y=-x`, 'y = −x'],
    [latex`\theta^{*}_i x^\star`, 'θᵢ*x⋆'],
    [latex`\aleph_0 \preceq x`, 'ℵ₀ ⪯ x'],
    [latex`90^\circ`, '90°'],
    [latex`[-1, 1]`, '[−1, 1]'],
    [latex`(1-\beta_1)|g| / \sqrt{(1-\beta_2) g^2}`, '(1 − β₁)|g|/√((1 − β₂)g²)'],
    [latex`\frac{1-\beta_2}{1-\beta_1} g^2`, '((1 − β₂)/(1 − β₁))g²'],
    [latex`e^{-\frac{(x-\mu)^2}{2\sigma^2}}`, 'e^(−(x−μ)²/(2σ²))'],
    [latex`\frac{P(x|y)P(y)}{P(x)}`, 'P(x|y)P(y)/P(x)'],
    [latex`\frac{\partial L}{\partial w}`, '∂L/∂w'],
    [latex`\frac{\frac{a}{b}}{c}`, '(a/b)/c'],
    [latex`\frac{a}{b c}`, 'a/(bc)'],
    [latex`\log \frac{a}{b}`, 'log(a/b)'],
    [latex`\frac{1}{2}\cdot\frac{1}{3}`, '1/2 · 1/3'],
    [latex`\left(\frac{a}{b}\right)^2`, '(a/b)²'],
    [latex`\frac{a}{b}^2`, '(a/b)²'],
    [latex`{(a+b)}^2`, '(a + b)²'],
    [latex`\sqrt{(a+b)^2}`, '√((a + b)²)'],
    [latex`\frac{1}{(a)(b)}`, '1/((a)(b))'],
    [latex`\frac{1}{(a+b)}`, '1/(a + b)'],
    [latex`\frac{(a+b)^2}{c}`, '(a + b)²/c'],
    [latex`d_{\text{model}} x`, 'd_model x'],
    [latex`L_{box} + L_{cls}`, 'L_box + L_cls'],
    [latex`x_b^2 y`, 'x²_b y'],
    [latex`a_{i,j}^2`, 'a_(i,j)²'],
    [latex`x \in \mathbb{R}^{n \times d}`, 'x ∈ ℝ^(n×d)'],
    [latex`\mathbb{E}[X^2] - \mathbb{E}[X]^2`, '𝔼[X²] − 𝔼[X]²'],
    [latex`\lfloor (n + 2p - k)/s \rfloor + 1`, '⌊(n + 2p − k)/s⌋ + 1'],
    [latex`\arg\max_i (\log \pi_i + g_i)`, 'arg maxᵢ(log πᵢ + gᵢ)'],
    [latex`\|x\|_2`, '‖x‖₂'],
    [latex`|A \cap B| / |A \cup B|`, '|A ∩ B|/|A ∪ B|'],
    [latex`\{x \mid x > 0\}`, '{x | x > 0}'],
    [latex`\sigma'(x)=\sigma(x)(1-\sigma(x))`, 'σ′(x) = σ(x)(1 − σ(x))'],
    [latex`x^10`, 'x¹0'],
    [latex`\frac12`, '1/2'],
    [latex`10^{-8}`, '10⁻⁸'],
    [latex`1{,}000 + 5\%`, '1,000 + 5%'],
    [latex`\sqrt[3]{x+y}`, '³√(x + y)'],
    [latex`\sqrt{\sqrt{x}}`, '√(√x)'],
    [latex`\bar{x} + \hat{y} + \vec{v}`, 'x̄ + ŷ + v⃗'],
    [latex`\mathcal{L}_{\text{cls}}`, 'ℒ_cls'],
    [latex`\begin{bmatrix}1 & 0\\ 0 & 1\end{bmatrix}`, '[1 0; 0 1]'],
    [latex`\text{输出} = 3`, '输出 = 3'],
    [latex`f: A \to B`, 'f: A → B'],
    [latex`a \ne b \le c \approx d`, 'a ≠ b ≤ c ≈ d'],
  ])('%s is %s', (source, shown) => {
    expect(renderMath(source)).toBe(shown.normalize('NFC'))
    expect(mathFaults(source)).toEqual([])
  })
})

describe('a formula over several lines', () => {
  test.each<[string, string]>([
    [
      latex`\text{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V`,
      `
       ⎛ QKᵀ ⎞
softmax⎜─────⎟V
       ⎝ √dₖ ⎠`,
    ],
    [
      latex`\sum_{i=1}^{n} \frac{x_i}{\sqrt{1 + y_i}}`,
      `
 n      xᵢ
 ∑  ───────────
i=1  √(1 + yᵢ)`,
    ],
    [
      latex`f(x) = \begin{cases} x & x > 0 \\ 0 & x=0 \\-x & \text{otherwise} \end{cases}`,
      `
       ⎧ x   x > 0
f(x) = ⎨ 0   x = 0
       ⎩ −x  otherwise`,
    ],
    [
      latex`\begin{bmatrix}-1 & 0 & 1\\ -2 & 0 & 2\\-1&0&1\end{bmatrix}`,
      `
⎡ −1  0  1 ⎤
⎢ −2  0  2 ⎥
⎣ −1  0  1 ⎦`,
    ],
    [
      latex`\sqrt{\frac{1}{n}\sum_{i=1}^n (x_i-\bar x)^2}`,
      `
 ┌───────────────────
 │  1   n
 │ ───  ∑  (xᵢ − x̄)²
╲│  n  i=1`,
    ],
    [
      latex`\frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}`,
      `
   1     −(x−μ)²/(2σ²)
────────e
 √(2π)σ`,
    ],
    [
      latex`\left(\frac{a}{b}\right)_i^2`,
      `
⎛ a ⎞²
⎜───⎟
⎝ b ⎠ᵢ`,
    ],
    [
      latex`\frac{\text{中文}}{\text{分母很长}}`,
      `
   中文
──────────
 分母很长`,
    ],
    [latex`\max_{i \in S} x_i`, '\nmax xᵢ\ni∈S'],
    [
      latex`\begin{aligned} a &= b + c \\ &= \frac{d}{2} \end{aligned}`,
      `
a = b + c
     d
  = ───
     2`,
    ],
    [latex`a + b`, '\na + b'],
  ])('%s', (source, shown) => {
    expect(`\n${layoutMath(source).join('\n')}`).toBe(shown.normalize('NFC'))
    expect(mathFaults(source)).toEqual([])
  })
})

describe('a wrong formula', () => {
  test.each<[string, readonly string[]]>([
    [latex`\foo{x}`, ['\\foo is unknown; see docs/deck-format.md for the commands']],
    ['{x', ['an opening brace is never closed']],
    ['x}', ['a closing brace has no opening one']],
    ['x^', ['^ lacks its argument']],
    [latex`\frac{1}`, ['\\frac lacks its argument']],
    ['x^2^3', ['two superscripts follow each other; put braces around one']],
    ['x_1_2', ['two subscripts follow each other; put braces around one']],
    [latex`\left( x`, ['\\left has no \\right']],
    [latex`\begin{foo}x\end{foo}`, ['the environment foo is unknown']],
    [latex`\begin{cases}x`, ['\\begin{cases} has no \\end']],
    ['a & b', ['& stands outside an environment']],
    [latex`\constructor`, ['\\constructor is unknown; see docs/deck-format.md for the commands']],
  ])('%s', (source, faults) => {
    expect(mathFaults(source)).toEqual(faults)
  })

  test('may be nested as deep as it likes', () => {
    expect(mathFaults('{'.repeat(500))).toEqual([
      'it is nested too deeply',
      'an opening brace is never closed',
    ])
  })

  test('still shows something, whatever it is', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '^',
      '_',
      '&',
      '\\\\',
      '\\frac',
      '\\sqrt',
      '[',
      ']',
      '\\left',
      '\\right',
      '(',
      ')',
      '|',
      '\\begin{cases}',
      '\\end{cases}',
      '\\begin{',
      '\\text',
      '\\hat',
      'x',
      '12',
      '-',
      '+',
      '=',
      ',',
      '中',
      '\\sum',
      '\\',
      ' ',
      "'",
      '$',
      '\\foo',
    )
    const source = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(source, (typed) => {
        expect(renderMath(typed)).not.toContain('\n')
        expect(layoutMath(typed).length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})

test('every line of a box has the same width, so that what stands beside it keeps its column', () => {
  const marked = layoutMath(
    latex`\begin{pmatrix}\frac{\text{中}}{2} & \sqrt{\frac{1}{x}}\\ 1 & \sum_{i=1}^n i\end{pmatrix}`,
  )
  expect(new Set(marked.map((line) => stringWidth(line))).size).toBe(1)
})
