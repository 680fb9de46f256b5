import type { Random } from '../../src/core/random.ts'

/** A program with several ways to go at some of its places, of which the first is right. */
export type ProgramParts = readonly (string | BranchingPlace)[]

interface BranchingPlace {
  readonly name: string
  readonly right: string
  readonly wrong: readonly Way[]
}

interface Way {
  /** The mistake, as the rules of the exercise call it; `-` for one that they do not list. */
  readonly mistake: string
  readonly text: string
}

export interface WrongProgram {
  readonly source: string
  readonly mistakes: readonly string[]
}

/** `//? PLACE` begins the right way, `//? PLACE MISTAKE` each wrong one, and `//.` ends the place. */
export function parseProgram(text: string): ProgramParts {
  return text.split(/^ *(?=\/\/\? (?:\S+)$)/m).flatMap((piece, at) => {
    if (at === 0) return [piece]
    const [ways = '', rest = ''] = piece.split(/^ *\/\/\.\n/m)
    const [right = '', ...wrong] = ways.split(/^ *(?=\/\/\? )/m)
    return [{ name: headOf(right).name, right: bodyOf(right), wrong: wrong.map(wayOf) }, rest]
  })
}

/** One to three wrong ways, each at a place of its own. */
export function drawProgram(parts: ProgramParts, random: Random): WrongProgram {
  const places = parts.filter((part) => typeof part !== 'string')
  const chosen = random.shuffle(places).slice(0, random.int(1, 3))
  const ways = new Map(chosen.map((place) => [place, random.shuffle(place.wrong)[0]]))
  const source = parts.map((part) => (typeof part === 'string' ? part : (ways.get(part)?.text ?? part.right)))
  return { source: source.join(''), mistakes: [...ways.values()].flatMap((way) => way?.mistake ?? []) }
}

function wayOf(way: string): Way {
  return { mistake: headOf(way).mistake, text: bodyOf(way) }
}

function headOf(way: string): { readonly name: string; readonly mistake: string } {
  const [, name = '', mistake = '-'] = way.split('\n', 1)[0]?.split(' ') ?? []
  return { name, mistake }
}

function bodyOf(way: string): string {
  return way.slice(way.indexOf('\n') + 1)
}
