/** What people add inside a logarithm, or clip to, so that it is not that of 0; 1e-12 where nothing else is chosen. */
export const SMALL_CONSTANTS = {
  'floor-1e-4': { choice: 1e-4 },
  'floor-1e-5': { choice: 1e-5 },
  'floor-1e-6': { choice: 1e-6 },
  'floor-1e-7': { choice: 1e-7 },
  'floor-of-f32': { choice: 2 ** -23 },
  'floor-1e-8': { choice: 1e-8 },
  'floor-1e-9': { choice: 1e-9 },
  'floor-1e-10': { choice: 1e-10 },
  'floor-1e-15': { choice: 1e-15 },
  'floor-of-f64': { choice: 2 ** -52 },
} as const
