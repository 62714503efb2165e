import { expect, test } from "vitest";
import { authorize } from "@/lib/domain/accounts/actor";
import { isAllowed, type Permission, type Role } from "@/lib/domain/accounts/role";
import { newId } from "@/lib/domain/ids";

const READING: Permission[] = ["endpoint:read", "workflow:read", "delivery:read", "run:read", "connection:read"];
const EDITING: Permission[] = ["endpoint:write", "workflow:write", "connection:test"];
const RULING: Permission[] = ["secret:write", "api-key:read", "api-key:write", "connection:write"];

const MATRIX: [Role, Permission[]][] = [
  ["viewer", READING],
  ["editor", [...READING, ...EDITING]],
  ["admin", [...READING, ...EDITING, ...RULING]],
  ["owner", [...READING, ...EDITING, ...RULING]],
];

test.each(MATRIX)("%s may do this, and nothing else", (role, allowed) => {
  const all = [...READING, ...EDITING, ...RULING];
  expect(all.filter((permission) => isAllowed(role, permission))).toEqual(allowed);
});

test("who may not is told so with a sentence", () => {
  const viewer = { workspaceId: newId("workspace"), role: "viewer", userId: null } as const;
  expect(() => authorize(viewer, "workflow:write")).toThrow(
    expect.objectContaining({ code: "forbidden", status: 403 }),
  );
  expect(() => authorize(viewer, "workflow:read")).not.toThrow();
});
