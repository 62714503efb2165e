/** Whether a request proved who sent it, and with which secret; null where the sender needs none of ours. */
export type Proof = { ok: true; secretId: string | null } | Refusal;

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
    | "unusable_secret"
    /** The signature is right, but of somebody else's: another topic, account or audience. */
    | "wrong_audience"
    /** The key that it is signed with could not be read where the sender publishes it. */
    | "missing_key";
  message: string;
};
