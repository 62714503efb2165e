import { airtable } from "@/lib/catalog/sources/airtable";
import { apiKey } from "@/lib/catalog/sources/api-key";
import { asana } from "@/lib/catalog/sources/asana";
import { awsSns } from "@/lib/catalog/sources/aws-sns";
import { azureEventGrid } from "@/lib/catalog/sources/azure-event-grid";
import { basic } from "@/lib/catalog/sources/basic";
import { bearer } from "@/lib/catalog/sources/bearer";
import { box } from "@/lib/catalog/sources/box";
import { clerk } from "@/lib/catalog/sources/clerk";
import { cloudevents } from "@/lib/catalog/sources/cloudevents";
import { contentful } from "@/lib/catalog/sources/contentful";
import { dropbox } from "@/lib/catalog/sources/dropbox";
import { elevenlabs } from "@/lib/catalog/sources/elevenlabs";
import { figma } from "@/lib/catalog/sources/figma";
import { googlePubsub } from "@/lib/catalog/sources/google-pubsub";
import { jwt } from "@/lib/catalog/sources/jwt";
import { livekit } from "@/lib/catalog/sources/livekit";
import { make } from "@/lib/catalog/sources/make";
import { microsoftGraph } from "@/lib/catalog/sources/microsoft-graph";
import { monday } from "@/lib/catalog/sources/monday";
import { mux } from "@/lib/catalog/sources/mux";
import { n8n } from "@/lib/catalog/sources/n8n";
import { notion } from "@/lib/catalog/sources/notion";
import { okta } from "@/lib/catalog/sources/okta";
import { openai } from "@/lib/catalog/sources/openai";
import { pusher } from "@/lib/catalog/sources/pusher";
import { replicate } from "@/lib/catalog/sources/replicate";
import { resend } from "@/lib/catalog/sources/resend";
import { sanity } from "@/lib/catalog/sources/sanity";
import { svix } from "@/lib/catalog/sources/svix";
import { trello } from "@/lib/catalog/sources/trello";
import { twitch } from "@/lib/catalog/sources/twitch";
import { websub } from "@/lib/catalog/sources/websub";
import { workos } from "@/lib/catalog/sources/workos";
import { x } from "@/lib/catalog/sources/x";
import { zapier } from "@/lib/catalog/sources/zapier";

/** Ways that fit any sender, then platforms, clouds and tools. */
export const platforms = [
  bearer,
  basic,
  apiKey,
  jwt,
  cloudevents,
  websub,
  svix,
  openai,
  clerk,
  workos,
  okta,
  resend,
  replicate,
  elevenlabs,
  mux,
  livekit,
  notion,
  airtable,
  asana,
  trello,
  monday,
  figma,
  dropbox,
  box,
  sanity,
  contentful,
  pusher,
  awsSns,
  googlePubsub,
  azureEventGrid,
  microsoftGraph,
  zapier,
  make,
  n8n,
  x,
  twitch,
] as const;
