import { beforeAll } from "vitest";
import { type App, PLAIN_NEXT, startApp } from "./app";
import { createTestDatabase, type TestDatabase } from "./database";
import { type DatabaseProxy, startDatabaseProxy } from "./database-proxy";

/** The two ways in, which must behave alike: our server's short way, and the route that plain Next.js serves. */
export const WAYS_IN = ["server.ts", "plain Next.js"] as const;
export type WayIn = (typeof WAYS_IN)[number];

export type Doors = {
  /** By either way. They share a database. */
  app: (way: WayIn) => App;
  /** Whatever asks the API. */
  api: () => App;
  /** Between both apps and the database. */
  database: () => DatabaseProxy;
  databaseUrl: () => string;
};

/** Starts both ways in for the tests of a file. */
export function provideDoors(): Doors {
  let database: TestDatabase;
  let proxy: DatabaseProxy;
  const apps = new Map<WayIn, App>();
  const app = (way: WayIn): App => {
    const started = apps.get(way);
    if (!started) throw new Error(`${way} has not been started.`);
    return started;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await startDatabaseProxy(database.url);
    // First alone: it prepares the database, which plain Next.js does not.
    apps.set("server.ts", await startApp({ env: { DATABASE_URL: proxy.url } }));
    apps.set("plain Next.js", await startApp({ env: { DATABASE_URL: proxy.url }, script: PLAIN_NEXT }));
    return async () => {
      await Promise.all([...apps.values()].map((started) => started.stop()));
      await proxy.close();
      await database.drop();
    };
  }, 150_000);
  return { app, api: () => app("server.ts"), database: () => proxy, databaseUrl: () => database.url };
}
