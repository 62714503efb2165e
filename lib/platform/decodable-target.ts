/** A request's target as Next can read it: one whose path has escapes that mean nothing stands for what is literally there. */
export function decodableTarget(target: string): string {
  const [path = "", ...query] = target.split("?");
  try {
    decodeURIComponent(path);
    return target;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}
