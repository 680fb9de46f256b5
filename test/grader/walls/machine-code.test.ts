import { expect, test } from 'vitest'
import { assemble, type Instruction } from '../../../src/grader/walls/machine-code.ts'

const EVERY_KIND: readonly Instruction[] = [
  { kind: 'call', number: 38, args: [-100, { address: 'a' }, { held: 'b' }, 7, { address: 'c' }] },
  { kind: 'jump', whenNegative: true, to: 'end' },
  { kind: 'keep', to: 'b' },
  { kind: 'keep address', of: 'a', to: 'c' },
  { kind: 'jump', whenNegative: false, to: 'end' },
  { kind: 'place', name: 'end' },
  { kind: 'return' },
]

/** What objdump of binutils reads in them stands behind: a is 0x14b, b 0x153, c 0x15b on x86-64, one more on ARM64. */
const EXPECTED = {
  x86_64: [
    'bf9cffffff', // mov $0xffffff9c,%edi
    '488d353f010000', // lea 0x14b,%rsi
    '8b1541010000', // mov 0x153,%edx
    '41ba07000000', // mov $7,%r10d
    '4c8d053c010000', // lea 0x15b,%r8
    'b8260000000f05', // mov $38,%eax; syscall
    '85c00f881c000000', // test %eax,%eax; js 0x4a
    '89051f010000', // mov %eax,0x153
    '488d0510010000', // lea 0x14b,%rax
    '48890519010000', // mov %rax,0x15b
    '85c00f8900000000', // test %eax,%eax; jns 0x4a
    'c3', // ret
  ],
  aarch64: [
    '80f39f52e0ffbf72', // mov w0, #0xff9c; movk w0, #0xffff, lsl #16
    '210a0010', // adr x1, 0x14c
    '490a0010220140b9', // adr x9, 0x154; ldr w2, [x9]
    'e30080520300a072', // mov w3, #7
    '040a0010', // adr x4, 0x15c
    'c80480520800a072010000d4', // mov w8, #38; svc #0
    'e000f837', // tbnz w0, #31, 0x48
    '29090010200100b9', // adr x9, 0x154; str w0, [x9]
    'a90800100a090010490100f9', // adr x9, 0x14c; adr x10, 0x15c; str x9, [x10]
    '2000f836', // tbz w0, #31, 0x48
    'c0035fd6', // ret
  ],
} as const

test.each(['x86_64', 'aarch64'] as const)('instructions of %s are what a disassembler reads', (processor) => {
  const data = (from: number) =>
    new Map([
      ['a', from + 0x100],
      ['b', from + 0x108],
      ['c', from + 0x110],
    ])
  expect(Buffer.from(assemble(EVERY_KIND, processor, data)).toString('hex')).toBe(
    EXPECTED[processor].join(''),
  )
})

test('a place that is nowhere is no silent 0', () => {
  const lost: Instruction = { kind: 'jump', whenNegative: true, to: 'nowhere' }
  expect(() => assemble([lost], 'x86_64', () => new Map())).toThrow('nowhere')
})
