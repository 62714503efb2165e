import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../app/api/v1", import.meta.url));

export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
/** `path` is as in `/endpoints/[id]/secrets`. */
export type GetRoute = { path: string; handle: Handler };

/** Every route of the API that answers GET, present and future. */
export async function getRoutes(): Promise<GetRoute[]> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"));
  const routes = await Promise.all(
    files.map(async (file) => ({
      path: `/${file.replace(/\/route\.ts$/, "")}`,
      module: await import(`${root}/${file}`),
    })),
  );
  return routes.flatMap(({ path, module }) => (module.GET ? [{ path, handle: module.GET }] : []));
}

/** What a route answers, as text; of one that never ends, what comes in a moment. */
export async function askRoute(
  { path, handle }: GetRoute,
  params: Record<string, string>,
  key: string,
): Promise<string> {
  const address = path.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? "");
  const leaving = new AbortController();
  const request = new Request(`http://localhost:3000/api/v1${address}`, {
    headers: { authorization: `Bearer ${key}` },
    signal: leaving.signal,
  });
  const response = await handle(request, { params: Promise.resolve(params) });
  if (response.headers.get("content-type") === "text/event-stream") setTimeout(() => leaving.abort(), 500);
  return `${JSON.stringify([...response.headers])}\n${Buffer.from(await response.arrayBuffer()).toString("latin1")}`;
}

/** The parameters that a route's path may have: the ids in the list of what it is about. */
export async function paramsFor(
  { path }: GetRoute,
  routes: GetRoute[],
  key: string,
): Promise<Record<string, string>[]> {
  if (!path.includes("[")) return [{}];
  const list = routes.find((route) => route.path === path.slice(0, path.indexOf("/[")));
  if (!list) return [];
  const text = await askRoute(list, {}, key);
  const { items } = JSON.parse(text.slice(text.indexOf("\n") + 1));
  return items.map(({ id }: { id: string }) => ({ id, number: "1" }));
}
