import { discord } from "@/lib/catalog/sources/discord";
import { line } from "@/lib/catalog/sources/line";
import { microsoftTeams } from "@/lib/catalog/sources/microsoft-teams";
import { slack } from "@/lib/catalog/sources/slack";
import { twilio } from "@/lib/catalog/sources/twilio";

/** Senders of messages, mail and calls, and of what customers, calendars and people on call do. */
export const communication = [slack, microsoftTeams, twilio, discord, line] as const;
