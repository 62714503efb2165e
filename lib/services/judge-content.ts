import { isUtf8 } from "node:buffer";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { type Gate, tooLarge, typeCheck } from "@/lib/domain/deliveries/gates";
import { checkBody } from "@/lib/domain/deliveries/parse-body";
import { schemaGate } from "@/lib/domain/deliveries/schema-gate";
import { BODY_BYTES_DEFAULT } from "@/lib/domain/endpoints/endpoint-options";
import type { Json } from "@/lib/domain/json/json";
import type { CheckedJson } from "@/lib/domain/json/parse-json";
import { decompress } from "@/lib/platform/decompress";
import { type Judgement, type Rung, refuse } from "@/lib/services/judgement";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";
import { recognizeEvent } from "@/lib/services/recognize-event";

/** What a proven ring says: whether it can be read and follows the schema, and which event it tells of. */
export function judgeContent(
  endpoint: OpenedEndpoint,
  rung: Rung,
  judgement: Judgement,
): Judgement | Promise<Judgement> {
  const { contentEncoding, request } = rung;
  if (contentEncoding === "" || contentEncoding === "identity") {
    return judgeBody(endpoint, { rung, body: request.body }, judgement);
  }
  const bytesMax = endpoint.gates.bytesMax ?? BODY_BYTES_DEFAULT;
  return decompress(request.body, contentEncoding, bytesMax).then((unpacked) => {
    if (unpacked.ok) return judgeBody(endpoint, { rung, body: unpacked.bytes }, judgement);
    const { check, refusal } = refusalOf(unpacked.reason, contentEncoding, bytesMax);
    judgement.checks.push(check);
    return refusal ? refuse(judgement, refusal) : judgement;
  });
}

function refusalOf(reason: "unsupported" | "malformed" | "too_large", encoding: string, bytesMax: number): Gate {
  if (reason === "too_large") return tooLarge(bytesMax);
  if (reason === "unsupported") return typeCheck(false, "gzip, deflate, br or no compression", encoding);
  return malformed(`The body is not ${encoding}, as its header says, or was cut off.`);
}

function malformed(message: string): Gate {
  return {
    check: { name: "body", ok: false, expected: "a body that can be read", actual: message },
    refusal: { code: "malformed_body", reason: "malformed_body", message },
  };
}

type Unpacked = { rung: Rung; body: Uint8Array };

function judgeBody(endpoint: OpenedEndpoint, { rung, body }: Unpacked, judgement: Judgement): Judgement {
  const { request, contentType } = rung;
  const checked = checkBody(body, contentType);
  const complaint = endpoint.source?.bodies === "any" ? undefined : complaintAbout(checked, { rung, body });
  if (complaint !== undefined) {
    const { check, refusal } = malformed(complaint);
    judgement.checks.push(check);
    return refusal ? refuse(judgement, refusal) : judgement;
  }
  judgement.checks.push({ name: "body", ok: true });
  judgement.body = body;
  let value: Json | undefined;
  // To read a large body takes longer than all else at the door, and few bodies tell of the event.
  const read = (): Json => {
    value ??= checked.ok ? checked.read() : null;
    return value;
  };

  const gate = schemaGate(endpoint.options.schema, read);
  if (gate) {
    judgement.checks.push(gate.check);
    if (gate.refusal) return refuse(judgement, gate.refusal);
  }
  const event = recognizeEvent(endpoint, { headers: request.headers, bytes: request.body, checked, read });
  judgement.eventType = event.eventType;
  judgement.eventId = event.eventId;
  judgement.items = event.items;
  judgement.dedupeSubject = event.dedupeSubject;
  if (endpoint.status === "paused") judgement.verdict = "held";
  return judgement;
}

function complaintAbout(checked: CheckedJson, { rung, body }: Unpacked): string | undefined {
  if (!checked.ok) return checked.message;
  const isJson = mediaType(rung.contentType).endsWith("json");
  return isJson && !isUtf8(body) ? "The body is not UTF-8 text." : undefined;
}
