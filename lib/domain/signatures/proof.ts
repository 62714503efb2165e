/** Whether a request proved who sent it, and with which secret. */
export type Proof = { ok: true; secretId: string } | Refusal;

/** Why it did not. The message is for the endpoint's owner, never for the sender, and holds no secret and no signature. */
export type Refusal = {
  ok: false;
  reason:
    | "missing_signature"
    | "malformed_signature"
    | "wrong_signature"
    | "missing_timestamp"
    | "malformed_timestamp"
    | "too_old"
    | "too_new"
    | "no_secret"
    | "unusable_secret";
  message: string;
};
