import pg from "pg";
import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import type { AppUnderLoad, RungEndpoint } from "./app-under-load";
import { ringFromOutside } from "./load";
import { startScript, usageOf } from "./processes";
import { median } from "./quantile";
import type { LoadResult } from "./ring-load";
import type { Line } from "./table";

const CONNECTIONS = 64;
const BODY_SIZES = [
  { label: "1 KB", bytes: 1_024 },
  { label: "64 KB", bytes: 65_536 },
];

type Door = Omit<RungEndpoint, "id"> & { pid: number };
type Round = LoadResult & { ringsPerSecond: number; cpuMsPerRing: number };
type Pair = { ours: Round; theirs: Round };
type Options = { databaseUrl: string; rounds: number; seconds: number };

/** The door beside the bare one. They take turns, so that whatever else the machine does hits both. */
export async function compareDoors(app: AppUnderLoad, options: Options): Promise<{ lines: Line[]; errors: number }> {
  const bare = startScript("./bare-door.ts");
  const secret = "bench";
  const { id: endpointId } = await app.createEndpoint();
  const { databaseUrl } = options;
  const workspaceId = await workspaceOf(endpointId, databaseUrl);
  const listening = await bare.ask({ databaseUrl, secret, workspaceId, endpointId });
  const { port } = z.object({ port: z.number() }).parse(listening);
  const ours = { ...(await app.createEndpoint()), pid: app.pid };
  const theirs = { url: `http://127.0.0.1:${port}/`, secret, pid: bare.pid };

  const lines: Line[] = [];
  let errors = 0;
  for (const { label, bytes } of BODY_SIZES) {
    const ring = (door: Door, seconds: number) => ringFor(door, bytes, seconds);
    const warmUp = [await ring(ours, 1), await ring(theirs, 1)];
    const pairs: Pair[] = [];
    for (let round = 0; round < options.rounds; round++) {
      pairs.push({ ours: await ring(ours, options.seconds), theirs: await ring(theirs, options.seconds) });
    }
    lines.push(...linesOf(`Door, ${label}`, pairs));
    for (const round of [...warmUp, ...pairs.flatMap((pair) => [pair.ours, pair.theirs])]) errors += round.errors;
  }
  await bare.stop();
  const limited = await compareLimits(app, ours, options);
  return { lines: [...lines, ...limited.lines], errors: errors + limited.errors };
}

/** What an endpoint that asks for much costs beside one that asks for the signature alone. */
const MUCH = {
  rate: { perMinute: 1_000_000, burst: 1_000_000 },
  allowedAddresses: ["127.0.0.0/8", "2001:db8::/32"],
  contentTypes: ["application/json"],
  schema: {
    type: "object",
    required: ["ref", "commits"],
    properties: { ref: { type: "string", pattern: "^refs/" }, commits: { type: "array", items: { type: "object" } } },
  },
};

async function compareLimits(app: AppUnderLoad, plain: Door, { rounds, seconds }: Options) {
  const limited = { ...(await app.createEndpoint(MUCH)), pid: app.pid };
  const ring = (door: Door) => ringFor(door, 1_024, seconds);
  await ring(limited);
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round++) pairs.push({ ours: await ring(limited), theirs: await ring(plain) });
  const [rate] = linesOf("With schema, rate and addresses", pairs);
  const errors = pairs.reduce((sum, pair) => sum + pair.ours.errors + pair.theirs.errors, 0);
  return {
    lines: rate ? [{ ...rate, name: "With schema, limits: rings/s", aim: "ratio ≥ 0.85 of without" }] : [],
    errors,
  };
}

async function workspaceOf(endpointId: Id<"endpoint">, databaseUrl: string): Promise<Id<"workspace">> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query("SELECT workspace_id FROM endpoints WHERE id = $1", [toUuid(endpointId)]);
  await client.end();
  return fromUuid("workspace", rows[0].workspace_id);
}

async function ringFor({ url, secret, pid }: Door, bodyBytes: number, seconds: number): Promise<Round> {
  const before = usageOf(pid).cpuMs;
  const target = { url, secret, bodyBytes };
  const result = await ringFromOutside({ ...target, kind: "closed", connections: CONNECTIONS, until: { seconds } });
  const cpuMsPerRing = (usageOf(pid).cpuMs - before) / result.answered;
  return { ...result, ringsPerSecond: result.answered / result.seconds, cpuMsPerRing };
}

function linesOf(door: string, pairs: Pair[]): Line[] {
  const line = (name: string, of: (round: Round) => number, digits: number): Line => ({
    name: `${door}: ${name}`,
    ours: median(pairs.map(({ ours }) => of(ours))).toFixed(digits),
    bare: median(pairs.map(({ theirs }) => of(theirs))).toFixed(digits),
    ratio: median(pairs.map(({ ours, theirs }) => of(ours) / of(theirs))).toFixed(2),
  });
  return [
    { ...line("rings/s", (round) => round.ringsPerSecond, 0), aim: "ratio ≥ 0.7; 1 KB ≥ 6,000" },
    line("answer p50, ms", (round) => round.answerP50Ms, 1),
    line("answer p99, ms", (round) => round.answerP99Ms, 1),
    line("CPU a ring, ms", (round) => round.cpuMsPerRing, 3),
  ];
}
