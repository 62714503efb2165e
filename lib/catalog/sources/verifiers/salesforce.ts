import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { findInXml } from "@/lib/domain/deliveries/xml/find-in-xml";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { Refusal } from "@/lib/domain/signatures/proof";
import type { Verifier } from "@/lib/domain/signatures/verifier";

const utf8 = new TextEncoder();

/** Ids are 15 letters, to which Salesforce adds 3 for systems that do not tell upper from lower case. */
const ID_LETTERS = 15;

/** Salesforce signs nothing. What a message can show is from which organisation it says it is. */
export const salesforceVerifier: Verifier = {
  verify({ body }, { options }) {
    const wanted = options["organizationId"];
    if (typeof wanted !== "string" || !/^\w{15}(\w{3})?$/.test(wanted.trim())) {
      return refuse("The endpoint has no organisation id to compare with, or one that is none of Salesforce's.");
    }
    const parsed = parseBody(body, "text/xml");
    const found = parsed.ok ? findInXml(parsed.value, "Envelope/Body/notifications/OrganizationId") : [];
    if (found.length === 0) {
      return { ok: false, reason: "missing_signature", message: "The element OrganizationId did not come." };
    }
    const isOurs = found.every((id) => equalBytes(shortId(id), shortId(wanted.trim())));
    return isOurs
      ? { ok: true, secretId: null }
      : refuse("The message is from another organisation than the endpoint's.");
  },
};

function shortId(id: string): Uint8Array {
  return utf8.encode(/^\w{18}$/.test(id) ? id.slice(0, ID_LETTERS) : id);
}

function refuse(message: string): Refusal {
  return { ok: false, reason: "wrong_audience", message };
}
