/**
 * A request's target as a path. Clients that think they speak to a proxy write the whole address, which every server has
 * to understand: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
export function originForm(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}
