import type { Scenario } from "../stage";
import { FAILURES } from "./failures";
import { STARTS } from "./starts";
import { STEPS } from "./steps";
import { WAITS } from "./waits";

/** What a durable function may rely on, wherever it runs. Each is played on the embedded engine and on an Inngest server. */
export const SCENARIOS: Scenario[] = [...STEPS, ...FAILURES, ...WAITS, ...STARTS];
