import { expect, test } from "vitest";
import { findConnectionKind } from "@/lib/catalog/connections";
import { found } from "@/lib/services/found";
import { probeConnection } from "@/lib/services/probe-connection";
import { FAULTS, startFaultProxy } from "@/tests/support/fault-proxy";
import { startReceiver } from "@/tests/support/receiver";
import { createTestWorkspace, provideTestDatabase } from "@/tests/support/test-workspace";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();

const SAYS = {
  refused: /127\.0\.0\.1:\d+ refused the connection/,
  hangs: /127\.0\.0\.1:\d+ did not answer within 10 seconds/,
  "done, then hangs": /127\.0\.0\.1:\d+ did not answer within 10 seconds/,
};

test.concurrent.for(FAULTS)(
  "a connection to a server that is %s is said not to work, and why, without its secret",
  async (fault, { onTestFinished }) => {
    const receiver = await startReceiver();
    const proxy = await startFaultProxy(receiver.port, fault, "");
    onTestFinished(async () => {
      await proxy.close();
      await receiver.close();
    });
    const { workspaceId } = await createTestWorkspace();
    const kind = found(findConnectionKind("jenkins"), "kind");
    const credentials = { ...kind.sample, baseUrl: `http://127.0.0.1:${proxy.port}` } as Record<string, string>;
    const tried = await probeConnection(workspaceId, { kind, credentials });
    expect(tried).toMatchObject({ ok: false, status: null, message: expect.stringMatching(SAYS[fault]) });
    for (const key of kind.secretKeys) expect(tried.message).not.toContain(credentials[key]);
  },
);
