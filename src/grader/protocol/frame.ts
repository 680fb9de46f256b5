/**
 * Parent and child speak in frames on descriptors of their own (3 into the child, 4 out of it), all numbers
 * little-endian:
 *
 *     u32 headerBytes | u32 payloadBytes | header: JSON, UTF-8 | payload: the bytes of all arrays
 *
 * Arrays lie in the payload at the offsets that the header names, each at a multiple of 8.
 * The harnesses of Python and C++ write the same by hand: change all. What the headers say: `messages.ts`.
 */
export interface Frame {
  readonly header: unknown
  readonly payload: Uint8Array
}

export const FRAME_PREFIX_BYTES = 8
export const PAYLOAD_ALIGNMENT = 8

/** What a frame may hold at most. */
export interface FrameBounds {
  readonly headerBytes: number
  readonly payloadBytes: number
}

/**
 * A wrong answer may be far larger than the right one: an array where a number is asked for. Brackets cost a
 * reader far more than bytes.
 */
const FREE: FrameBounds = { headerBytes: 2 ** 20, payloadBytes: 64 * 2 ** 20 }

/** Of a reply: as much as was asked with, and as a right answer holds, several times over. */
export function boundsOfReply(headerBytes: number, payloadBytes: number): FrameBounds {
  return {
    headerBytes: FREE.headerBytes + 4 * headerBytes,
    payloadBytes: FREE.payloadBytes + 4 * payloadBytes,
  }
}

/** Those that stood before a submission was loaded. */
const { parse, stringify } = JSON
const encode = TextEncoder.prototype.encode.bind(new TextEncoder())
const decode = TextDecoder.prototype.decode.bind(new TextDecoder())

export function encodeFrame(header: unknown, payload: Uint8Array): Uint8Array {
  const head = encodeHead(header, payload.length)
  const frame = new Uint8Array(head.length + payload.length)
  frame.set(head)
  frame.set(payload, head.length)
  return frame
}

/** All of a frame but its payload, which a stream can write behind it without a copy. */
export function encodeHead(header: unknown, payloadBytes: number): Uint8Array {
  const text = encode(stringify(header))
  const head = new Uint8Array(FRAME_PREFIX_BYTES + text.length)
  const prefix = new DataView(head.buffer)
  prefix.setUint32(0, text.length, true)
  prefix.setUint32(4, payloadBytes, true)
  head.set(text, FRAME_PREFIX_BYTES)
  return head
}

/** The lengths that a frame announces. */
export function readPrefix(bytes: Uint8Array): {
  readonly headerBytes: number
  readonly payloadBytes: number
} {
  const prefix = new DataView(bytes.buffer, bytes.byteOffset, FRAME_PREFIX_BYTES)
  return { headerBytes: prefix.getUint32(0, true), payloadBytes: prefix.getUint32(4, true) }
}

export function readBody(body: Uint8Array, headerBytes: number): Frame {
  const header: unknown = parse(decode(body.subarray(0, headerBytes)))
  return { header, payload: body.subarray(headerBytes) }
}

export interface FrameReader {
  /** From now on. Before, a frame may hold little. */
  readonly bound: (bounds: FrameBounds) => void
  /** Takes what has arrived and returns the frames that it completes. Throws on bytes that are no frame. */
  readonly push: (chunk: Uint8Array) => Frame[]
}

/** Cuts a stream into frames. Memory is bounded by what has really arrived, not by what a prefix announces. */
export function createFrameReader(): FrameReader {
  let chunks: Uint8Array[] = []
  let held = 0
  let wanted = FRAME_PREFIX_BYTES
  let most = FREE

  function take(): Frame | undefined {
    const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : join(chunks, held)
    chunks = [bytes]
    const { headerBytes, payloadBytes } = readPrefix(bytes)
    if (headerBytes > most.headerBytes || payloadBytes > most.payloadBytes) {
      throw new RangeError('A frame announces more than any reply can hold.')
    }
    const end = FRAME_PREFIX_BYTES + headerBytes + payloadBytes
    wanted = end
    if (held < end) return undefined
    const frame = readBody(bytes.subarray(FRAME_PREFIX_BYTES, end), headerBytes)
    chunks = held > end ? [bytes.subarray(end)] : []
    held -= end
    wanted = FRAME_PREFIX_BYTES
    return frame
  }

  return {
    bound(bounds) {
      most = bounds
    },
    push(chunk) {
      // Not a Buffer: its slice would share memory with the stream's pool.
      chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length))
      held += chunk.length
      const frames: Frame[] = []
      while (held >= wanted) {
        const frame = take()
        if (frame) frames.push(frame)
      }
      return frames
    },
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}
