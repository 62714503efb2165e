import fc from "fast-check";
import { expect, test } from "vitest";
import { freePlace, NODE_ROOM, placeAfter } from "@/lib/domain/workflow/edit/free-place";
import { anyDrawing, drawing } from "@/tests/domain/workflow/edit/a-drawing";

test("a free place is taken as wished, to whole places", () => {
  expect(freePlace([], { x: 10.4, y: 20.6 })).toEqual({ x: 10, y: 21 });
});

test("where a node stands, the place below it is taken", () => {
  expect(freePlace(drawing.nodes, { x: 10, y: 5 })).toEqual({ x: 10, y: NODE_ROOM.height + NODE_ROOM.gapY });
});

test("what follows a node stands to its right", () => {
  const [ring] = drawing.nodes;
  if (!ring) throw new Error("The drawing has no webhook.");
  expect(placeAfter([ring], ring)).toEqual({ x: NODE_ROOM.width + NODE_ROOM.gapX, y: 0 });
});

test("a new node never covers another", () => {
  fc.assert(
    fc.property(anyDrawing, fc.integer(), fc.integer(), ({ nodes }, x, y) => {
      const place = freePlace(nodes, { x, y });
      for (const { position } of nodes) {
        const isApart =
          Math.abs(position.x - place.x) >= NODE_ROOM.width || Math.abs(position.y - place.y) >= NODE_ROOM.height;
        expect(isApart).toBe(true);
      }
    }),
  );
});
