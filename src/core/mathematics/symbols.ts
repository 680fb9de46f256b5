/** How a symbol stands beside its neighbours: it decides the spaces and whether a minus is a sign. */
export type Role =
  | 'ordinary'
  | 'operator'
  | 'relation'
  | 'open'
  | 'close'
  | 'punctuation'
  | 'function'
  /** A sum or product: its limits may stand above and below. */
  | 'large'
  | 'space'

export interface Glyph {
  readonly text: string
  readonly role: Role
}

/**
 * Own tables: the libraries (unicodeit 0.7 was read) replace strings, so roles, arguments and unknown
 * commands are lost.
 */
export const COMMANDS: ReadonlyMap<string, Glyph> = new Map([
  ...glyphs(
    'ordinary',
    `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
    xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    infty ∞ partial ∂ nabla ∇ top ⊤ bot ⊥ forall ∀ exists ∃ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ Re ℜ Im ℑ
    prime ′ dagger † ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ % % # # & & _ _ $ $ backslash \\ angle ∠ degree ° checkmark ✓
    vert | | ‖ Vert ‖ imath ı jmath ȷ square □ Box □ blacksquare ■ triangle △ star ⋆ aleph ℵ
    nexists ∄ complement ∁ ddagger ‡ wp ℘ therefore ∴ because ∵`,
  ),
  ...glyphs(
    'operator',
    `cdot · times × pm ± mp ∓ div ÷ ast * circ ∘ bullet • odot ⊙ otimes ⊗ oplus ⊕ ominus ⊖ cup ∪ cap ∩ setminus ∖
    wedge ∧ land ∧ vee ∨ lor ∨ bmod mod mod mod`,
  ),
  ...glyphs(
    'relation',
    `le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > approx ≈ sim ~ simeq ≃ cong ≅ equiv ≡ propto ∝ in ∈ notin ∉ ni ∋
    subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔
    Rightarrow ⇒ Leftarrow ⇐ implies ⇒ iff ⇔ Leftrightarrow ⇔ mapsto ↦ uparrow ↑ downarrow ↓ ll ≪ gg ≫ mid | perp ⊥
    parallel ∥ triangleq ≜ coloneqq := colon : prec ≺ succ ≻ models ⊨ vdash ⊢ preceq ⪯ succeq ⪰
    lesssim ≲ gtrsim ≳ doteq ≐ hookrightarrow ↪ nearrow ↗ searrow ↘`,
  ),
  ...glyphs('open', 'lfloor ⌊ lceil ⌈ langle ⟨ lvert | lVert ‖ { { lbrace { lbrack ['),
  ...glyphs('close', 'rfloor ⌋ rceil ⌉ rangle ⟩ rvert | rVert ‖ } } rbrace } rbrack ]'),
  ...glyphs(
    'function',
    `log log ln ln lg lg exp exp sin sin cos cos tan tan cot cot sinh sinh cosh cosh tanh tanh arcsin arcsin arccos arccos
    arctan arctan max max min min sup sup inf inf lim lim limsup limsup liminf liminf arg arg argmax argmax argmin argmin
    det det dim dim ker ker Pr Pr gcd gcd deg deg`,
  ),
  ...glyphs('large', 'sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂'),
])

/** Spaces of TeX that show in a terminal; the thin ones do not. */
export const SPACES: ReadonlyMap<string, string> = new Map([
  ['quad', '  '],
  ['qquad', '    '],
  [' ', ' '],
  [',', ''],
  [':', ' '],
  ['>', ' '],
  [';', ' '],
  ['!', ''],
])

/** Combining marks. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['bar', '\u0304'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030c'],
  ['breve', '\u0306'],
  ['overline', '\u0305'],
  ['underline', '\u0332'],
])

const SUBSCRIPTS = pairs('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ')
const SUPERSCRIPTS = pairs(
  '0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ' +
    'AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ⊤ᵀ′′**⋆⋆∘°°°††',
)

/** In Unicode's subscripts, or undefined where one of the characters has none. */
export function toSubscript(text: string): string | undefined {
  return mapAll(text, SUBSCRIPTS)
}

export function toSuperscript(text: string): string | undefined {
  return mapAll(text, SUPERSCRIPTS)
}

const DOUBLE_STRUCK = pairs('CℂHℍNℕPℙQℚRℝZℤ')
const SCRIPT = pairs('BℬEℰFℱHℋIℐLℒMℳRℛ')

/** `\mathbb` and `\mathcal`: the letters that Unicode had first, then its mathematical block. */
export function toAlphabet(text: string, alphabet: 'double-struck' | 'script'): string {
  const [early, capitals] = alphabet === 'double-struck' ? [DOUBLE_STRUCK, 0x1d538] : [SCRIPT, 0x1d49c]
  return [...text]
    .map((char) => {
      if (char === '1' && alphabet === 'double-struck') return '𝟙'
      const offset = char.charCodeAt(0) - 65
      const isCapital = offset >= 0 && offset < 26
      return early.get(char) ?? (isCapital ? String.fromCodePoint(capitals + offset) : char)
    })
    .join('')
}

/** A delimiter over several lines: top, middle, bottom, and what lies between them. */
export const TALL: ReadonlyMap<string, readonly [string, string, string, string]> = new Map([
  ['(', ['⎛', '⎜', '⎝', '⎜']],
  [')', ['⎞', '⎟', '⎠', '⎟']],
  ['[', ['⎡', '⎢', '⎣', '⎢']],
  [']', ['⎤', '⎥', '⎦', '⎥']],
  ['{', ['⎧', '⎨', '⎩', '⎪']],
  ['}', ['⎫', '⎬', '⎭', '⎪']],
  ['⌊', ['⎢', '⎢', '⎣', '⎢']],
  ['⌋', ['⎥', '⎥', '⎦', '⎥']],
  ['⌈', ['⎡', '⎢', '⎢', '⎢']],
  ['⌉', ['⎤', '⎥', '⎥', '⎥']],
  ['|', ['│', '│', '│', '│']],
  ['‖', ['║', '║', '║', '║']],
])

function glyphs(role: Role, list: string): [string, Glyph][] {
  const words = list.trim().split(/\s+/)
  return Array.from({ length: words.length / 2 }, (_, at) => [
    words[2 * at] ?? '',
    { text: words[2 * at + 1] ?? '', role },
  ])
}

function pairs(list: string): ReadonlyMap<string, string> {
  const chars = [...list]
  return new Map(
    Array.from({ length: chars.length / 2 }, (_, at) => [chars[2 * at] ?? '', chars[2 * at + 1] ?? '']),
  )
}

function mapAll(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const mapped = [...text].map((char) => table.get(char))
  return text !== '' && mapped.every((char) => char !== undefined) ? mapped.join('') : undefined
}
