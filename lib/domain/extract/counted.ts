import { isLosslessNumber } from "lossless-json";

/** Thrown when a reader has looked at more than it may. */
export class TooMuchWork extends Error {}

/**
 * A view of a JSON value for readers that cannot be trusted to end soon: each look into it counts, and the last one allowed
 * is followed by a `TooMuchWork`. Numbers that kept their text are seen as plain numbers. The value is never written to.
 */
export function counted(value: unknown, looksMax: number): unknown {
  let looks = 0;
  const views = new Map<object, object>();

  const look = (count: number): void => {
    looks += count;
    if (looks > looksMax) throw new TooMuchWork("There was too much to look at.");
  };

  function viewOf(seen: unknown): unknown {
    if (typeof seen !== "object" || seen === null) return seen;
    if (isLosslessNumber(seen)) return Number(seen.value);
    const known = views.get(seen);
    if (known) return known;
    // The target stands in for the value: a proxy of a frozen value would have to show it as it is.
    const view = new Proxy<object>(Array.isArray(seen) ? [] : {}, {
      get: (target, key) => {
        look(1);
        if (!Object.hasOwn(seen, key)) return Reflect.get(target, key);
        return viewOf(Reflect.get(seen, key));
      },
      has: (_, key) => Object.hasOwn(seen, key),
      ownKeys: () => {
        const keys = Reflect.ownKeys(seen);
        look(keys.length);
        return keys;
      },
      getOwnPropertyDescriptor: (target, key) => {
        look(1);
        if (Array.isArray(seen) && key === "length") return Reflect.getOwnPropertyDescriptor(target, key);
        if (!Object.hasOwn(seen, key)) return undefined;
        return { value: viewOf(Reflect.get(seen, key)), enumerable: true, configurable: true, writable: true };
      },
    });
    views.set(seen, view);
    return view;
  }
  return viewOf(value);
}
