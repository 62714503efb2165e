import type { Edge, Node } from "@/lib/domain/workflow/graph";

type Point = { x: number; y: number };

/** Where a step is added. `at` is where on the screen it was asked for; absent when by keyboard. */
export type AddSpot = (
  | { kind: "free" }
  | { kind: "port"; from: string; port: string }
  | { kind: "edge"; edge: Edge }
  /** `from` is there when a line was pulled from a port to an empty place. */
  | { kind: "place"; position: Node["position"]; from?: { from: string; port: string } }
) & { at?: Point };

/** Whether something leads to what is added here, so that a trigger has no business there. */
export function isLedTo(spot: AddSpot | null): boolean {
  return spot?.kind === "port" || spot?.kind === "edge" || (spot?.kind === "place" && spot.from !== undefined);
}
