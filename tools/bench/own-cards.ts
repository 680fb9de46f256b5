import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How alike a learner's own cards are. */
export type Likeness = 'filled template' | 'copies'

/** Writes decks of cards made from one template each, as a script that makes cards would: the hard case for whoever compares them. */
export function writeOwnCards(folder: string, likeness: Likeness, cards = 20_000, files = 40): void {
  mkdirSync(folder, { recursive: true })
  const each = cards / files
  for (let file = 0; file < files; file++) {
    const notes = Array.from({ length: each }, (_, at) => note(likeness, file * each + at))
    writeFileSync(join(folder, `own-${file}.md`), notes.join('\n'))
  }
}

function note(likeness: Likeness, at: number): string {
  const id = `## own/n${at}`
  switch (likeness) {
    case 'filled template': {
      const [model, data] = [`model ${at % 141}`, `set ${Math.floor(at / 141)}`]
      return `${id}\nQ: What is the value of $\\alpha_{${at % 7}}$ of ${model} for ${data}?\nA: It is ${at * 7919} by the table of ${model}.\n`
    }
    case 'copies':
      return `${id}\nQ: By what does Adam divide its first moment estimate to remove the bias towards zero in step ${at}?\nA: By one minus beta to the power of the step.\n`
  }
}
