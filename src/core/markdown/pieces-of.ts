import { fenceAfter } from '../fence.ts'

/**
 * A text in pieces of at most `longest` characters, parted behind blank lines, where no code goes on and what follows
 * is not indented; a block that is longer is a piece by itself. Joined by line breaks they are the text.
 */
export function piecesOf(text: string, longest: number): readonly string[] {
  const pieces: string[] = []
  let [piece, length] = [[] as string[], 0]
  for (const block of blocksOf(text)) {
    if (length + block.length > longest && length > 0) {
      pieces.push(piece.join('\n'))
      ;[piece, length] = [[], 0]
    }
    piece.push(block)
    length += block.length + 1
  }
  return [...pieces, piece.join('\n')]
}

function blocksOf(text: string): readonly string[] {
  const blocks: string[] = []
  let [block, isBehindBlank] = [[] as string[], false]
  let fence: string | undefined
  for (const line of text.split('\n')) {
    if (isBehindBlank && fence === undefined && /^\S/.test(line)) {
      blocks.push(block.join('\n'))
      block = []
    }
    block.push(line)
    fence = fenceAfter(line, fence)
    isBehindBlank = line.trim() === ''
  }
  return [...blocks, block.join('\n')]
}
