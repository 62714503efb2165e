import { z } from "zod";

export const Role = z.enum(["owner", "admin", "editor", "viewer"]);
export type Role = z.infer<typeof Role>;

/** What can be done, as `thing:verb`. */
export type Permission =
  | "endpoint:read"
  | "endpoint:write"
  | "secret:write"
  | "workflow:read"
  | "workflow:write"
  | "delivery:read"
  | "delivery:process"
  | "run:read"
  | "run:write"
  | "api-key:read"
  | "api-key:write"
  | "connection:read"
  | "connection:test"
  | "connection:write";

const VIEWER: Permission[] = ["endpoint:read", "workflow:read", "delivery:read", "run:read", "connection:read"];
const EDITOR: Permission[] = [
  ...VIEWER,
  "endpoint:write",
  "workflow:write",
  "delivery:process",
  "run:write",
  "connection:test",
];
const ADMIN: Permission[] = [...EDITOR, "secret:write", "api-key:read", "api-key:write", "connection:write"];

const PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set(VIEWER),
  editor: new Set(EDITOR),
  admin: new Set(ADMIN),
  owner: new Set(ADMIN),
};

/** Whether a role may do something. The one table that decides. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].has(permission);
}
