import { z } from "zod";
import type { Answer, Reading } from "@/lib/domain/runs/effect";

const SlackAnswer = z.object({
  ok: z.boolean(),
  error: z.string().default("unknown_error"),
  channel: z.string().nullable().default(null),
  ts: z.string().nullable().default(null),
});

/** What Slack calls a failure of its own, or of the moment. */
const WORTH_RETRYING = new Set([
  "fatal_error",
  "internal_error",
  "rate_limited",
  "ratelimited",
  "request_timeout",
  "service_unavailable",
]);

const TOKEN_IS_DEAD = "Slack does not take the token any more. Install the app again, and paste its new token.";

const SENTENCES: Record<string, string> = {
  account_inactive: TOKEN_IS_DEAD,
  channel_not_found: "Slack knows no such channel, or it is a private one that the app is not in.",
  invalid_auth: TOKEN_IS_DEAD,
  is_archived: "The channel is archived.",
  missing_scope:
    "The app may not do this. Give it the scope chat:write under OAuth & Permissions, and install it again.",
  msg_too_long: "The message is longer than Slack takes.",
  not_authed: TOKEN_IS_DEAD,
  not_in_channel: "The app is not in the channel. In Slack, write /invite and the app's name there.",
  token_expired: TOKEN_IS_DEAD,
  token_revoked: TOKEN_IS_DEAD,
};

/** Slack refuses with a good status and a word for why. An incoming webhook says nothing but `ok`. */
export function readSlack({ body }: Pick<Answer, "body">): Reading {
  if (body === "ok") return { ok: true, output: { channel: null, ts: null } };
  const { data } = SlackAnswer.safeParse(body);
  if (!data) return { ok: false, message: "Slack's answer does not say whether it took the message." };
  const { ok, error, channel, ts } = data;
  if (ok) return { ok: true, output: { channel, ts } };
  const message = SENTENCES[error] ?? `Slack refused it: ${error}.`;
  return { ok: false, message, isWorthRetrying: WORTH_RETRYING.has(error) };
}
