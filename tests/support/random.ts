/** Chance that comes out the same at every run with the same seed. */
export type Random = {
  /** From 0 up to but not including 1. */
  next: () => number;
  /** A whole number from 0 up to but not including `below`. */
  integer: (below: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  bytes: (length: number) => Buffer;
};

/** Mulberry32: small, and random enough for tests. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return {
    next,
    integer,
    pick: (items) => {
      if (items.length === 0) throw new Error("There is nothing to pick from.");
      return items[integer(items.length)] as (typeof items)[number];
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => integer(256))),
  };
}
