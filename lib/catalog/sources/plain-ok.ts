import type { Reply } from "@/lib/catalog/sources/define-source";

/** For senders that count any other success than 200 as a failure, and do not read what comes with it. */
export const plainOk: Reply = { status: 200, contentType: "text/plain", body: "" };
