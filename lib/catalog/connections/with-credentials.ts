import type { Context } from "@/lib/catalog/nodes/define-node";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** A request with what a connection of a general kind adds to it. */
export function withCredentials(
  request: PlannedRequest,
  { connectionKind, credentials }: Pick<Context, "connectionKind" | "credentials">,
): PlannedRequest {
  const { token = "", user = "", password = "", header = "", key = "" } = credentials;
  switch (connectionKind) {
    case "bearer":
      return withHeader(request, "authorization", `Bearer ${token}`);
    case "basic":
      return withHeader(request, "authorization", basicAuthorization(user, password));
    case "api-key":
      return withHeader(request, header, key);
    default:
      return request;
  }
}

/** The value of an `Authorization` header (RFC 7617). */
export function basicAuthorization(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

function withHeader(request: PlannedRequest, name: string, value: string): PlannedRequest {
  const others = request.headers.filter((header) => header.name.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...others, { name, value }] };
}
