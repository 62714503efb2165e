import { expect, test } from "vitest";
import { showHeld, startPages, takeNewest, takeOlder } from "@/components/log/log-pages";

type Item = { id: string; status?: string };

const item = (id: string, status?: string): Item => (status === undefined ? { id } : { id, status });
const page = (ids: string, next: string | null = null) => ({ items: [...ids].map((id) => item(id)), next });
const shown = (pages: { items: Item[] }) => pages.items.map(({ id }) => id).join("");

test("new items arrive on top, and those that just came are known", () => {
  const pages = takeNewest(startPages(page("cba")), page("edcba"), false);
  expect(shown(pages)).toBe("edcba");
  expect([...pages.arrived]).toEqual(["e", "d"]);
});

test("while somebody reads, new items are held until they are asked for", () => {
  const held = takeNewest(startPages(page("cb", "b")), page("edc", "c"), true);
  expect(shown(held)).toBe("cb");
  expect(held.held.map(({ id }) => id)).toEqual(["e", "d"]);
  const pages = showHeld(held);
  expect(shown(pages)).toBe("edcb");
  expect(pages).toMatchObject({ held: [], next: "b" });
});

test("after a flood that left a gap, the newest page takes the place of all, and its cursor counts", () => {
  const held = takeNewest(startPages(page("cb", "b")), page("zyx", "x"), true);
  expect(shown(held)).toBe("cb");
  const pages = showHeld(held);
  expect(shown(pages)).toBe("zyx");
  expect(pages.next).toBe("x");
});

test("known items are brought up to date, and older pages stay", () => {
  const start = takeOlder(startPages(page("dc", "c")), page("ba"));
  const pages = takeNewest(start, { items: [item("d", "done"), item("c")], next: "c" }, true);
  expect(pages.items[0]).toEqual({ id: "d", status: "done" });
  expect(shown(pages)).toBe("dcba");
});

test("what the newest page should hold and does not has left the list", () => {
  expect(shown(takeNewest(startPages(page("dcba")), page("da"), false))).toBe("da");
  expect(shown(takeNewest(startPages(page("dcba", "a")), page("db", "b"), false))).toBe("dba");
});

test("an older page adds nothing twice", () => {
  expect(shown(takeOlder(startPages(page("dc", "c")), page("cba")))).toBe("dcba");
});
