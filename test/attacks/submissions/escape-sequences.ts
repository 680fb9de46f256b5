// verdict: runtime-error
// message: not shown
export function meanFilter(image: any, ksize: number): any {
  console.log('\x1b[2J\x1b]0;title\x07\x1b]52;c;aGk=\x07\x9b31mred\u202e')
  console.error('\x1b[?1049h')
  throw new Error('\x1b[31mnot\x1b[0m \x1b]8;;http://x\x07shown\x9b2J')
}
